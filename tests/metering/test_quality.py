import pytest

from omavirta.metering.quality import DATAHUB_QUALITIES, QUALITY_NAMES, Quality, combine

Q = Quality


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([Q.MEASURED, Q.ESTIMATED, Q.REVISED], Q.ESTIMATED),
        ([Q.MEASURED, Q.MISSING], Q.PARTIALLY_MISSING),
        ([Q.PENDING, Q.MEASURED], Q.PARTIALLY_MISSING),
        ([Q.PARTIALLY_MISSING, Q.MEASURED], Q.PARTIALLY_MISSING),
        ([Q.PENDING, Q.PENDING], Q.PENDING),
        ([Q.NO_CONTRACT], Q.NO_CONTRACT),
        ([Q.PENDING, Q.NO_CONTRACT], Q.MISSING),
        ([], Q.MISSING),
    ],
)
def test_the_weakest_quality_wins(parts: list[Quality], whole: Quality) -> None:
    assert combine(parts) is whole


def test_names_follow_the_codes_that_are_stored() -> None:
    assert [QUALITY_NAMES[quality] for quality in Quality] == [quality.name for quality in Quality]
    assert set(DATAHUB_QUALITIES.values()) == set(Quality) - {Q.PENDING, Q.NO_CONTRACT}

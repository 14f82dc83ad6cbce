import pytest

from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.documents import DocumentCache
from omavirta.graphql.errors import DocumentError
from omavirta.graphql.limits import Limits
from support.graphql_service import Service


@pytest.fixture
def cache() -> DocumentCache:
    return DocumentCache(Service().schema._schema, Limits(), max_documents=3)


def code_of(error: DocumentError) -> object:
    return (error.errors[0].extensions or {})["code"]


def test_a_text_is_prepared_once(cache: DocumentCache) -> None:
    assert cache.get("{ hello }") is cache.get("{ hello }")
    assert cache.get("{ hello }") is not cache.get("{hello}")


def test_the_documents_used_last_are_kept(cache: DocumentCache) -> None:
    first = cache.get("{ a: hello }")
    cache.get("{ b: hello }")
    cache.get("{ c: hello }")
    cache.get("{ a: hello }")
    cache.get("{ d: hello }")

    assert len(cache) == 3
    assert cache.get("{ a: hello }") is first


def test_memory_is_bounded_by_what_documents_weigh() -> None:
    cache = DocumentCache(Service().schema._schema, Limits(), max_bytes=20_000)
    for number in range(10):
        cache.get("{ " + f'hello(name: "{number}") ' * 2 + "}")

    assert 1 <= len(cache) < 5


@pytest.mark.parametrize("text", ["{", "{ nothing }", "{ hello @skip }"])
def test_refused_texts_are_not_kept(cache: DocumentCache, text: str) -> None:
    with pytest.raises(DocumentError):
        cache.get(text)

    assert len(cache) == 0


def test_an_operation_is_found_by_name(cache: DocumentCache) -> None:
    document = cache.get("query A { hello } query B { later }")

    assert document.operation("B").name == "B"
    for missing in (None, "C", ""):
        with pytest.raises(DocumentError) as caught:
            document.operation(missing)
        assert code_of(caught.value) == ErrorCode.OPERATION_NOT_FOUND


def test_a_document_of_fragments_alone_is_refused(cache: DocumentCache) -> None:
    with pytest.raises(DocumentError) as caught:
        cache.get("fragment F on Friend { name }")

    assert code_of(caught.value) == ErrorCode.VALIDATION_FAILED


@pytest.mark.parametrize("escape", ["\\u0000", "\\u{0}", "\\u{00000}"])
def test_a_nul_spelt_by_an_escape_is_refused(cache: DocumentCache, escape: str) -> None:
    with pytest.raises(DocumentError) as caught:
        cache.get('{ hello(name: "a' + escape + '") }')

    assert code_of(caught.value) == ErrorCode.INVALID_CHARACTERS


def test_half_a_surrogate_pair_spelt_by_an_escape_is_refused(cache: DocumentCache) -> None:
    with pytest.raises(DocumentError) as caught:
        cache.get('{ hello(name: "\\uD800") }')

    assert code_of(caught.value) == ErrorCode.SYNTAX_ERROR

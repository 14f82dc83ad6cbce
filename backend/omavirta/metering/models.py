"""The metering point family. `consumption_day` has a composite key and is made by the first migration (`storage.series`)."""

from tortoise import fields
from tortoise.models import Model

from omavirta.storage.ids import new_id


class NetworkCompany(Model):
    """Catalogue: a distribution system operator."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    name = fields.CharField(max_length=200)
    phone = fields.CharField(max_length=32)
    website = fields.CharField(max_length=255)

    class Meta:
        table = "network_company"


class MeteringPoint(Model):
    """A place of use. `gsrn` is its 18-digit id in Datahub."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    gsrn = fields.CharField(max_length=18, db_index=True)
    name = fields.CharField(max_length=100, null=True)
    street = fields.CharField(max_length=200)
    postal_code = fields.CharField(max_length=10)
    city = fields.CharField(max_length=100)
    network_company: fields.ForeignKeyRelation[NetworkCompany] = fields.ForeignKeyField(
        "omavirta.NetworkCompany", related_name="metering_points", on_delete=fields.RESTRICT
    )
    dwelling = fields.CharField(max_length=16, null=True)
    """What stands there (`metering.comparison.Dwelling`); this and the next three say who is similar to whom."""
    heating = fields.CharField(max_length=16, null=True)
    floor_area_m2 = fields.IntField(null=True)
    climate_zone = fields.SmallIntField(null=True)
    """1 to 4, from the south-west to Lapland."""

    class Meta:
        table = "metering_point"

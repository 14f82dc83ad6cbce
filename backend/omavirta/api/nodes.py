"""Opaque ids of the main objects, and the interface that they implement."""

import base64
import binascii
from uuid import UUID

import strawberry


def encode_id(type_name: str, key: UUID) -> str:
    return base64.urlsafe_b64encode(f"{type_name}:".encode() + key.bytes).decode()


def decode_id(value: str) -> tuple[str, UUID] | None:
    """The type and key of an id that we could have made, else None."""
    try:
        raw = base64.b64decode(value.encode("ascii"), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    type_name, separator, key = raw.partition(b":")
    if not separator or len(key) != 16 or not type_name.isalpha():
        return None
    return type_name.decode("ascii"), UUID(bytes=key)


@strawberry.interface(description="A main object, which `node(id)` finds again.")
class Node:
    key: strawberry.Private[UUID]

    @strawberry.field(description="An opaque id, the same for as long as the object exists.")
    def id(self) -> strawberry.ID:
        return strawberry.ID(encode_id(type(self).__name__, self.key))

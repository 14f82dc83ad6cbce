"""A GraphQL answer as it goes over HTTP: media type, JSON, compression."""

from collections.abc import Iterator
from typing import Literal

from isal import igzip
from starlette.datastructures import Headers
from starlette.responses import Response

from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.errors import ClientError

__all__ = ["GRAPHQL_JSON", "MediaType", "compress", "encode", "negotiate"]

MediaType = Literal["application/graphql-response+json", "application/json"]

GRAPHQL_JSON: MediaType = "application/graphql-response+json"
_JSON: MediaType = "application/json"

# Below this a packet is not saved, and a small answer costs less CPU than its compression.
_COMPRESSION_THRESHOLD_BYTES = 2_000
# ISA-L's fastest level: a year of hours shrinks to a tenth in a fraction of the time that its query takes.
_COMPRESSION_LEVEL = 0


def negotiate(accept: str | None) -> MediaType:
    """The media type to answer with.

    `application/graphql-response+json` only when it is named; a wildcard or no Accept header means a client that may
    not know it. Raises ClientError NOT_ACCEPTABLE (406) when the header rules out both.
    """
    if accept is None or accept == "*/*":
        return _JSON
    qualities = dict(_qualities(accept))
    any_quality = qualities.get("application/*", qualities.get("*/*", 0.0))
    json_quality = qualities.get(_JSON, any_quality)
    graphql_quality = qualities.get(GRAPHQL_JSON, 0.0)
    if graphql_quality > 0 and graphql_quality >= json_quality:
        return GRAPHQL_JSON
    if json_quality > 0:
        return _JSON
    raise ClientError(
        ErrorCode.NOT_ACCEPTABLE,
        f"Answers come as {GRAPHQL_JSON} or {_JSON}.",
        http_status=406,
    )


def encode(body: bytes, media_type: MediaType, accept_encoding: str, status_code: int = 200) -> Response:
    """The JSON of an answer as a response, compressed when it is worth it and the client takes gzip."""
    response = Response(status_code=status_code, media_type=None)
    headers = {"content-type": f"{media_type}; charset=utf-8", "cache-control": "no-store"}
    compressed = compress(body, accept_encoding)
    if compressed is not None:
        body = compressed
        headers["content-encoding"] = "gzip"
    headers["vary"] = "Accept, Accept-Encoding"
    headers["content-length"] = str(len(body))
    response.body = body
    response.raw_headers = Headers(headers).raw
    return response


def compress(body: bytes, accept_encoding: str) -> bytes | None:
    """The gzip of the body, or None where it is too short or the client does not take gzip."""
    if len(body) < _COMPRESSION_THRESHOLD_BYTES or not _takes_gzip(accept_encoding):
        return None
    return igzip.compress(body, compresslevel=_COMPRESSION_LEVEL, mtime=0)


def _takes_gzip(accept_encoding: str) -> bool:
    qualities = dict(_qualities(accept_encoding))
    return qualities.get("gzip", qualities.get("*", 0.0)) > 0


def _qualities(header: str) -> Iterator[tuple[str, float]]:
    """Each name of an Accept header with its quality; a parameter other than `q` is passed over (RFC 9110 12.4.2)."""
    for element in header.lower().split(","):
        name, *parameters = (part.strip() for part in element.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = float(parameter[2:])
                except ValueError:
                    quality = 0.0
        yield name, quality

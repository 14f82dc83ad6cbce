"""The JSON Schema of one line of master data, as docs/master-data.schema.json publishes it."""

import orjson
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from omavirta.masterdata.records import AnyRecord


def print_schema() -> str:
    schema = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "One line of Omavirta's master data",
        "description": "A file is JSON Lines: each line is one such object. docs/master-data.md says what a schema cannot.",
        **TypeAdapter(AnyRecord).json_schema(),
    }
    del schema["discriminator"]  # a word of OpenAPI; `oneOf` and the constant types say the same
    return orjson.dumps(_without_titles(schema, top=True), option=orjson.OPT_INDENT_2).decode() + "\n"


def _without_titles(value: object, *, top: bool = False) -> object:
    """Pydantic's titles repeat the names, less legibly."""
    if isinstance(value, dict):
        return {
            name: _without_titles(part)
            for name, part in value.items()
            if top or name != "title" or not isinstance(part, str)
        }
    return [_without_titles(part) for part in value] if isinstance(value, list) else value

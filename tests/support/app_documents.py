"""The browser app's own queries, from its sources: each with the fragments that it needs."""

import re
from pathlib import Path

from graphql import FragmentDefinitionNode, OperationDefinitionNode, OperationType, parse, print_ast

SOURCES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "api"


def app_queries() -> dict[str, str]:
    """By name."""
    fragments: dict[str, str] = {}
    queries: dict[str, str] = {}
    for source in sorted(SOURCES.glob("*.ts")):
        for text in re.findall(r"graphql\(\s*`([^`]*)`", source.read_text()):
            for definition in parse(text).definitions:
                if isinstance(definition, FragmentDefinitionNode):
                    fragments[definition.name.value] = print_ast(definition)
                elif (
                    isinstance(definition, OperationDefinitionNode)
                    and definition.operation is OperationType.QUERY
                    and definition.name is not None
                ):
                    queries[definition.name.value] = print_ast(definition)
    return {name: "\n".join((query, *_needed(query, fragments))) for name, query in queries.items()}


def _needed(query: str, fragments: dict[str, str]) -> list[str]:
    found: dict[str, str] = {}
    unread = [query]
    while unread:
        for name in re.findall(r"\.\.\.(\w+)", unread.pop()):
            if name not in found:
                found[name] = fragments[name]
                unread.append(fragments[name])
    return list(found.values())

"""Documents ready to execute: each text is parsed, limited and validated once."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    TokenKind,
    parse,
    validate,
)
from graphql.validation.rules import overlapping_fields_can_be_merged

from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.errors import ClientError, DocumentError
from omavirta.graphql.limits import Limits, OperationCost, check_limits
from omavirta.graphql.plans import Plans, conditions_of

__all__ = ["Document", "DocumentCache", "Operation"]

# Work that comparing overlapping fields may take; graphql-core's own bound lets 100 kB block the loop for seconds.
_COMPLEXITY_BUDGET = 5_000
_MAX_VALIDATION_ERRORS = 10
# Measured, per token of the text: nodes and tokens of the parsed document, and what each plan of it holds.
_BYTES_PER_TOKEN = 400
_PLAN_BYTES_PER_TOKEN = 300


class Operation:
    """One operation of a valid document, whose text has the hash `digest`."""

    def __init__(
        self, document: DocumentNode, definition: OperationDefinitionNode, plans: Plans, digest: bytes
    ) -> None:
        self.document = document
        self.name = definition.name.value if definition.name else None
        self.type = definition.operation
        self.plans = plans
        self._hash = hashlib.sha256(digest + orjson.dumps(self.name))
        self._cost = OperationCost(document, definition)

    def cost(self, variables: Mapping[str, Any]) -> int:
        return self._cost.points(variables)

    def question(self, variables: Mapping[str, Any]) -> bytes:
        """A hash of all that is asked: text, operation and variables. 32 bytes, however much that is."""
        hashed = self._hash.copy()
        hashed.update(orjson.dumps(variables))
        return hashed.digest()


class Document:
    """A document that has passed the limits and validation."""

    def __init__(self, document: DocumentNode, text: str, tokens: int) -> None:
        conditions = conditions_of(document)
        digest = hashlib.sha256(text.encode()).digest()
        self._operations = [
            Operation(document, definition, Plans(conditions), digest)
            for definition in document.definitions
            if isinstance(definition, OperationDefinitionNode)
        ]
        plans = sum(operation.plans.most for operation in self._operations)
        self.weight_bytes = 4 * len(text) + tokens * (_BYTES_PER_TOKEN + plans * _PLAN_BYTES_PER_TOKEN)

    def operation(self, name: str | None) -> Operation:
        """The operation of this name, or the only one. Raises DocumentError when there is no such operation."""
        if name is None and len(self._operations) == 1:
            return self._operations[0]
        for operation in self._operations:
            if name is not None and operation.name == name:
                return operation
        message = (
            "The document has more than one operation: name one in `operationName`."
            if name is None and self._operations
            else "The document has no operation of this name."
        )
        raise DocumentError([ClientError(ErrorCode.OPERATION_NOT_FOUND, message)])


class DocumentCache:
    """The valid documents seen last, at most `max_documents` of them and `max_bytes` of estimated memory.

    Texts that are refused are not kept, so junk cannot push out what clients use.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        limits: Limits,
        *,
        max_documents: int = 1_000,
        max_bytes: int = 64_000_000,
    ) -> None:
        # Lets validation of one document take a few milliseconds, whatever it holds; the library reads it each time.
        overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = _COMPLEXITY_BUDGET
        self._schema = schema
        self._limits = limits
        self._max_documents = max_documents
        self._max_bytes = max_bytes
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._bytes = 0

    def get(self, text: str) -> Document:
        """Raises DocumentError when the text is not a valid document within the limits."""
        document = self._documents.get(text)
        if document is not None:
            self._documents.move_to_end(text)
            return document
        document = self._prepare(text)
        self._documents[text] = document
        self._bytes += document.weight_bytes
        while len(self._documents) > self._max_documents or self._bytes > self._max_bytes:
            _text, forgotten = self._documents.popitem(last=False)
            self._bytes -= forgotten.weight_bytes
        return document

    def __len__(self) -> int:
        return len(self._documents)

    def _prepare(self, text: str) -> Document:
        node = self._parse(text)
        tokens = _check_tokens(node)
        try:
            check_limits(node, self._limits)
        except GraphQLError as error:
            raise DocumentError([error]) from None
        errors = validate(self._schema, node, max_errors=_MAX_VALIDATION_ERRORS)
        if errors:
            raise DocumentError([_with_code(error, ErrorCode.VALIDATION_FAILED) for error in errors])
        return Document(node, text, tokens)

    def _parse(self, text: str) -> DocumentNode:
        tokens = self._limits.tokens
        try:
            return parse(text, max_lexical_tokens=tokens, max_comments=tokens)
        except GraphQLSyntaxError as error:
            code = ErrorCode.SYNTAX_ERROR
            if "contains more than" in error.message:
                code = ErrorCode.DOCUMENT_TOO_LONG
            elif "nested too deeply" in error.message:
                code = ErrorCode.DOCUMENT_TOO_DEEP
            raise DocumentError([_with_code(error, code)]) from None


def _with_code(error: GraphQLError, code: ErrorCode) -> GraphQLError:
    error.extensions = {"code": str(code), **(error.extensions or {})}
    return error


def _check_tokens(document: DocumentNode) -> int:
    """Counts the tokens. Raises DocumentError when a string's escapes spell a NUL character."""
    count = 0
    token = document.loc.start_token if document.loc else None
    while token is not None:
        count += 1
        if token.kind in {TokenKind.STRING, TokenKind.BLOCK_STRING} and "\x00" in (token.value or ""):
            raise DocumentError(
                [ClientError(ErrorCode.INVALID_CHARACTERS, "A string holds a NUL character.")]
            )
        token = token.next
    return count

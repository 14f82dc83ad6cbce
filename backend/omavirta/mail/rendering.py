"""From a message to what its reader sees: the words as text and as HTML, equal in content."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from omavirta.api.language import Language
from omavirta.mail.letters import letter_of
from omavirta.mail.letters.letter import Block, Button, Code
from omavirta.mail.messages import Message

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says, without the letterhead that it is sent on."""

    subject: str
    text: str
    html: str


def render(message: Message, language: Language) -> Content:
    """Raises KeyError or UndefinedError where the words ask for what the message does not have."""
    letter = letter_of(message, language)
    values = _values(message)
    blocks = [_filled(block, values) for block in letter.body]
    return Content(
        subject=letter.subject.format_map(values),
        text=template("body.txt").render(blocks=blocks),
        html=template("body.html").render(blocks=blocks),
    )


def template(name: str) -> Template:
    return _environment().get_template(name)


@dataclass(frozen=True, slots=True)
class _Filled:
    """A block with its values, as the templates take it."""

    kind: str
    text: str
    url: str = ""


def _filled(block: Block, values: dict[str, str]) -> _Filled:
    match block:
        case Code():
            return _Filled("code", values["code"])
        case Button(label):
            return _Filled("button", label, values.get("url") or values["sign_in_url"])
        case paragraph:
            return _Filled("paragraph", paragraph.format_map(values))


def _values(message: Message) -> dict[str, str]:
    """The message's fields. A name with line breaks would else make paragraphs of its own."""
    return {item.name: " ".join(str(getattr(message, item.name)).split()) for item in fields(message)}


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(("html",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

"""The demo's mailbox: whoever tries the portal out reads there what it sends, to whomever. Served by demos alone."""

from datetime import datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from omavirta.mail.rendering import TEMPLATES, template

MOST_LISTED = 100
PAGE_POLICY = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# A mail carries its style within. Its links lead out of the frame, and nothing else can.
FRAME_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
    " sandbox allow-top-navigation-by-user-activation"
)
TIME_ZONE = ZoneInfo("Europe/Helsinki")


def demo_mail_routes(folder: Path) -> list[BaseRoute]:
    """`/demo/mail` lists the folder's mails, the newest first; `/demo/mail/{id}` shows one."""

    def listed(_request: Request) -> Response:
        # Ids sort by the time they were made.
        files = sorted(folder.glob("*.eml"), reverse=True)[:MOST_LISTED]
        mails = [_summary(file) for file in files]
        return _page(template("demo_list.html").render(mails=mails), PAGE_POLICY)

    def shown(request: Request) -> Response:
        file = _file(folder, request)
        text = _part(_parse(file), "plain")
        return _page(template("demo_mail.html").render(mail=_summary(file), text=text), PAGE_POLICY)

    def framed(request: Request) -> Response:
        html = _part(_parse(_file(folder, request)), "html")
        return _page(html.replace("<head>", '<head><base target="_top">', 1), FRAME_POLICY)

    def style(_request: Request) -> Response:
        return Response((TEMPLATES / "demo.css").read_bytes(), media_type="text/css")

    return [
        Route("/demo/mail", listed),
        Route("/demo/mail/style.css", style),
        Route("/demo/mail/{id:uuid}", shown),
        Route("/demo/mail/{id:uuid}/html", framed),
    ]


def _page(html: str, policy: str) -> Response:
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})


def _file(folder: Path, request: Request) -> Path:
    file = folder / f"{request.path_params['id']}.eml"
    if not file.is_file():
        raise HTTPException(404)
    return file


def _parse(file: Path) -> EmailMessage:
    return BytesParser(EmailMessage, policy=default).parsebytes(file.read_bytes())


def _summary(file: Path) -> dict[str, Any]:
    message = _parse(file)
    sent: datetime = message["Date"].datetime
    return {
        "id": file.stem,
        "subject": message["Subject"],
        "sender": message["From"],
        "recipient": message["To"],
        "language": message["Content-Language"],
        "sent": sent.astimezone(TIME_ZONE),
    }


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return "" if part is None else str(part.get_content())

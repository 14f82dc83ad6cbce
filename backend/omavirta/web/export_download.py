"""`GET /exports/{id}`: the archive of one's data, for the one who is signed in and has proved just now who they are."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from omavirta.clock import Clock, from_epoch_microseconds
from omavirta.identity import app_pages
from omavirta.identity.events import EventKind, note_event
from omavirta.identity.exports import ExportRow, find_export, read_parts
from omavirta.identity.sessions import find_session, read_cookie
from omavirta.identity.step_up import is_recent
from omavirta.metering.calendar import TIME_ZONE
from omavirta.storage.database import Database


class ExportDownload:
    """Another's export, one made up, nonsense, one that is not finished and one without a session are all not there (404).

    Where the proof is older than ten minutes the browser is sent to the page that asks for it.
    """

    def __init__(self, clock: Clock, *, secure: bool) -> None:
        self._clock = clock
        self._secure = secure

    def route(self) -> Route:
        return Route("/exports/{id}", self.download, methods=["GET"])

    async def download(self, request: Request) -> Response:
        database: Database = request.app.state.database
        now = self._clock()
        cookie = read_cookie(request, secure=self._secure)
        session = None if cookie is None else await find_session(database, cookie, now)
        account_id = None if session is None else session.access.account_id
        export_id = _as_id(request.path_params["id"])
        export = None
        if account_id is not None and export_id is not None:
            export = await find_export(database, account_id, export_id)
        if session is None or export is None or export.size is None:
            return PlainTextResponse("Not found\n", 404)
        if not is_recent(session.row, now):
            return RedirectResponse(app_pages.OWN_DATA, 303)
        if request.method == "GET":
            await note_event(database, EventKind.DATA_EXPORTED, now, account_id)
        return StreamingResponse(
            read_parts(database, export.id),
            media_type="application/zip",
            headers={
                "Content-Length": str(export.size),
                "Content-Disposition": f'attachment; filename="{_file_name(export)}"',
            },
        )


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _file_name(export: ExportRow) -> str:
    day = from_epoch_microseconds(export.created_at).astimezone(TIME_ZONE).date()
    return f"omavirta-{day.isoformat()}.zip"

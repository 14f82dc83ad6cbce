"""GraphiQL: a page of its own, built from its npm package by `frontend/graphiql`, with a policy of its own.

The endpoint stays pure API; the page calls it at `/graphql` with the session of the browser.
"""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

__all__ = ["graphiql_routes"]

# The editor puts its styles into the page while it runs, so styles alone may be inline; its font icons are in a file.
_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
    " img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)


def graphiql_routes(build_directory: Path) -> list[BaseRoute]:
    """Routes for `/graphiql` from the directory that `frontend/graphiql` builds to (`frontend_build/graphiql`)."""
    page = build_directory / "index.html"

    async def serve_page(_request: Request) -> Response:
        return FileResponse(
            page,
            media_type="text/html",
            headers={
                "Content-Security-Policy": _POLICY,
                "Cache-Control": "no-cache",
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "no-referrer",
            },
        )

    assets = _HashedFiles(directory=build_directory / "assets", check_dir=False)
    return [
        Route("/graphiql", serve_page, methods=["GET"]),
        Route("/graphiql/", serve_page, methods=["GET"]),
        Mount("/graphiql/assets", assets),
    ]


class _HashedFiles(StaticFiles):
    """Files whose names change with their content."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        # A worker takes the policy of its own file.
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

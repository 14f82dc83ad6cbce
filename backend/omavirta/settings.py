"""Settings, read once from `OMAVIRTA_*` environment variables. `docs/configuration.md` lists them."""

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from omavirta.errors import SettingsError

PROJECT_FOLDER = Path(__file__).resolve().parents[2]
LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
SHORTEST_SECRET = 32


class Settings(BaseSettings):
    """Every value has been checked; a bad one has stopped the process with a sentence that names it."""

    model_config = SettingsConfigDict(env_prefix="OMAVIRTA_", extra="ignore", frozen=True)

    database_url: str
    """`sqlite:///absolute/path.db` (or `sqlite://relative/path.db`), or `postgres://user:password@host:port/name`."""

    public_url: str = "http://localhost:8000"
    """Where browsers reach the portal. https, except on the machine itself."""

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000

    trusted_proxy: str | None = None
    """Address of the one reverse proxy whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed."""

    secret_key: Annotated[str, Field(min_length=SHORTEST_SECRET, repr=False)]
    """At least 32 characters; keys the hashes of what must be recognised but not read (names in the throttle)."""

    frontend_folder: Path = PROJECT_FOLDER / "frontend_build"
    retailer_file: Path = PROJECT_FOLDER / "fixtures" / "retailer.json"
    """Name, phones, guides and terms of the retailer, in three languages."""

    event_days: Annotated[int, Field(ge=1, le=3650)] = 730
    """How long security events are kept."""

    points_per_hour: Annotated[int, Field(ge=1)] = 200_000
    """How many query points one account, token or address may spend in an hour."""

    @field_validator("database_url")
    @classmethod
    def known_database(cls, value: str) -> str:
        scheme, separator, rest = value.partition("://")
        if scheme not in {"sqlite", "postgres"} or not separator or not rest:
            raise ValueError("must be sqlite://PATH or postgres://USER:PASSWORD@HOST:PORT/NAME")
        if scheme == "sqlite" and rest.startswith(":"):
            raise ValueError("an in-memory database would lose everything at the end; give a file")
        try:
            _ = urlsplit(value).port if scheme == "postgres" else None
        except ValueError:
            # Its own message would quote a part of the password, where that holds a `/`.
            raise ValueError(
                "has no port after its host; write / and # in a user or password as %2F and %23"
            ) from None
        return value

    @field_validator("trusted_proxy")
    @classmethod
    def one_address(cls, value: str | None) -> str | None:
        return None if value is None else str(ip_address(value))

    @field_validator("public_url")
    @classmethod
    def secure_or_local(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"}:
            raise ValueError("must be an origin such as https://oma.example.fi")
        if parts.scheme == "http" and parts.hostname not in LOOPBACK_HOSTS:
            raise ValueError("must be https, unless the host is this machine itself")
        # As browsers write an origin: HTTPS:// would else count as not secure.
        return value.rstrip("/").lower()

    @model_validator(mode="after")
    def existing_files(self) -> Self:
        if not self.retailer_file.is_file():
            raise ValueError(f"OMAVIRTA_RETAILER_FILE: there is no file {self.retailer_file}")
        return self

    @property
    def secure(self) -> bool:
        """Whether browsers reach the portal over https."""
        return self.public_url.startswith("https://")


def load_settings() -> Settings:
    """Reads the environment; raises SettingsError with one line for each bad value."""
    try:
        return Settings()  # type: ignore[call-arg]  # the values come from the environment
    except ValidationError as error:
        raise SettingsError("\n".join(_explain(problem) for problem in error.errors())) from None


def _explain(problem: object) -> str:
    details = problem if isinstance(problem, dict) else {}
    name = "".join(f"OMAVIRTA_{str(part).upper()}: " for part in details.get("loc", ()))
    message = str(details.get("msg", "is wrong")).removeprefix("Value error, ")
    return f"{name}{'is missing' if details.get('type') == 'missing' else message}"

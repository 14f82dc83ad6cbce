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

    brokers_file: Path | None = None
    """The brokers of strong authentication, as JSON; without it there is none (docs/strong-authentication.md)."""

    keys_folder: Path | None = None
    """Our own keys for the brokers, made by `omavirta keys create`."""

    demo: bool = False
    """Whether this is the demo, with its own broker. Only ever on this machine, and in a database made for it."""

    mail: Annotated[str | None, Field(repr=False)] = None
    """How mail goes out: `smtp://`, `smtps://` or `file:FOLDER`. Read by `omavirta.mail.transports`, for the server only."""

    mail_from: str | None = None
    """The address that mails come from."""

    event_days: Annotated[int, Field(ge=1, le=3650)] = 730
    """How long security events are kept."""

    points_per_hour: Annotated[int, Field(ge=1)] = 200_000
    """How many query points one account, token or network may spend in an hour."""

    import_max_bytes: Annotated[int, Field(ge=1)] = 1_000_000_000
    """How large a file that comes in over HTTP may be."""

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
        if self.brokers_file is not None and not self.brokers_file.is_file():
            raise ValueError(f"OMAVIRTA_BROKERS_FILE: there is no file {self.brokers_file}")
        return self

    @model_validator(mode="after")
    def keys_for_brokers(self) -> Self:
        if (self.brokers_file is not None or self.demo) and self.keys_folder is None:
            raise ValueError("OMAVIRTA_KEYS_FOLDER: is missing, and strong authentication needs our own keys")
        return self

    @model_validator(mode="after")
    def demo_on_this_machine(self) -> Self:
        """The demo's broker lets anyone be anyone: these are the locks that keep it from the world."""
        if not self.demo:
            return self
        if self.host not in LOOPBACK_HOSTS or urlsplit(self.public_url).hostname not in LOOPBACK_HOSTS:
            raise ValueError(
                "OMAVIRTA_DEMO: the demo runs on this machine only; OMAVIRTA_HOST and"
                " OMAVIRTA_PUBLIC_URL have to be localhost"
            )
        if self.trusted_proxy is not None:
            raise ValueError(
                "OMAVIRTA_DEMO: the demo answers this machine only; there can be no OMAVIRTA_TRUSTED_PROXY"
            )
        if self.brokers_file is not None:
            raise ValueError(
                "OMAVIRTA_DEMO: the demo has its own broker; there can be no OMAVIRTA_BROKERS_FILE"
            )
        return self

    @property
    def secure(self) -> bool:
        """Whether browsers reach the portal over https."""
        return self.public_url.startswith("https://")

    def as_environment(self) -> dict[str, str]:
        """The variables that make the same settings in another process."""
        values = ((name, getattr(self, name)) for name in type(self).model_fields)
        return {f"OMAVIRTA_{name.upper()}": str(value) for name, value in values if value is not None}


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

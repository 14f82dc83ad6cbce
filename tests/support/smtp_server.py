"""A real SMTP server (aiosmtpd) on a port of this machine, which takes mail, refuses it, hangs or goes away as it is told."""

import asyncio
import ssl
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import TypeAlias

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "omavirta", "p/ss#w:rd"
Answer: TypeAlias = "Callable[[SMTP], Awaitable[str]]"


def say(text: str) -> Answer:
    async def answer(_server: SMTP) -> str:
        return text

    return answer


async def hang(_server: SMTP) -> str:
    await asyncio.sleep(60)
    return "250 OK"


async def go_away(server: SMTP) -> str:
    """The connection is cut where the answer was awaited."""
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()
    return "250 OK"


@dataclass
class SmtpServer:
    """`to_recipient` and `to_data` are answers of the next tries, in order; after them all is well.

    What came in whole is kept, also where the answer to it is another than that it was taken.
    """

    port: int = 0
    received: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str | None, list[str]]] = field(default_factory=list)
    users: list[str | None] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    to_recipient: list[Answer] = field(default_factory=list)
    to_data: list[Answer] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [str(message["Message-ID"]) for message in self.received]

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = await self.to_recipient.pop(0)(server) if self.to_recipient else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        assert isinstance(envelope.content, bytes)
        self.received.append(message_from_bytes(envelope.content, policy=default))
        self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
        assert server.transport is not None
        login: object = session.auth_data
        self.users.append(login.login.decode() if isinstance(login, LoginPassword) else None)
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        return await self.to_data.pop(0)(server) if self.to_data else "250 OK"


@asynccontextmanager
async def smtp_server(
    *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None, login: bool = False
) -> AsyncIterator[SmtpServer]:
    handler = SmtpServer()

    def authenticate(*arguments: object) -> AuthResult:
        data = arguments[-1]
        right = LoginPassword(USER.encode(), PASSWORD.encode())
        return AuthResult(success=data == right, handled=False, auth_data=data)

    def protocol() -> SMTP:
        with warnings.catch_warnings():
            # It takes TLS from the first byte for none.
            warnings.simplefilter("ignore", UserWarning)
            return SMTP(
                handler,
                hostname="localhost",
                tls_context=starttls,
                require_starttls=starttls is not None,
                auth_required=login,
                auth_require_tls=tls is None,
                authenticator=authenticate if login else None,
            )

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=tls)
    handler.port = server.sockets[0].getsockname()[1]
    try:
        yield handler
    finally:
        server.close()


def server_certificate(folder: Path, host: str = "localhost") -> tuple[ssl.SSLContext, Path]:
    """A context for the server, and the file of its certificate, which a client may trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    names = [x509.DNSName(host)]
    addresses = [x509.IPAddress(ip_address("127.0.0.1"))] if host == "localhost" else []
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([*names, *addresses]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{host}.pem"
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    key_file = folder / f"{host}.key"
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, key_file)
    return context, file

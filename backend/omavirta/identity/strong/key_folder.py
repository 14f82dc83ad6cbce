"""Our keys as files that nobody else can read, and the steps of their rotation.

A file a key, replaced as a whole, so that a server may read while the command line writes. A running server notices.
"""

import os
from datetime import datetime, timedelta
from pathlib import Path

from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from pydantic import BaseModel, ConfigDict, ValidationError

from omavirta.errors import OmavirtaError, SettingsError
from omavirta.identity.strong.keys import KeyState, KeyUse, OwnKey, OwnKeys

KEY_BITS = 2048
WARM_UP = timedelta(days=1)
"""How long brokers may keep a key set: a new key is shown that long before it signs, an old one that long after."""


class KeyRotationRefused(OmavirtaError):  # noqa: N818 - a decision, not a fault
    """The step would leave someone with keys that do not fit; the message says what to do instead."""


class _KeyFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    use: KeyUse
    state: KeyState
    since: datetime
    jwk: dict[str, str | list[str]]


class KeyFolder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read_at: int | None = None
        self._keys = OwnKeys(())

    def keys(self) -> OwnKeys:
        """As the folder is now; it is read anew only when a file in it has been replaced. Raises SettingsError."""
        if not self._folder.is_dir():
            raise SettingsError(
                f"OMAVIRTA_KEYS_FOLDER: there is no folder {self._folder}; run `omavirta keys create`"
            )
        changed_at = self._folder.stat().st_mtime_ns
        if changed_at != self._read_at:
            self._keys = OwnKeys(tuple(_read(path) for path in sorted(self._folder.glob("*.json"))))
            self._read_at = changed_at
        return self._keys

    def create_missing(self, now: datetime) -> list[OwnKey]:
        """Makes an active key of each use that has none. What was made."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        present = {own.use for own in self.keys().keys if own.state is KeyState.ACTIVE}
        return [self._add(use, KeyState.ACTIVE, now) for use in KeyUse if use not in present]

    def prepare(self, use: KeyUse, now: datetime) -> OwnKey:
        """Makes the next key of a use. Raises KeyRotationRefused where there is one already."""
        if self._of(use, KeyState.NEXT):
            raise KeyRotationRefused(f"There is a next key for {use} already: `omavirta keys use {use}`.")
        self.keys().active(use)
        return self._add(use, KeyState.NEXT, now)

    def use(self, use: KeyUse, now: datetime, *, at_once: bool = False) -> OwnKey:
        """Puts the next key in the active one's place. Raises KeyRotationRefused before brokers can know it."""
        upcoming = self._of(use, KeyState.NEXT)
        if not upcoming:
            raise KeyRotationRefused(f"There is no next key for {use}: `omavirta keys prepare {use}` first.")
        # Nobody waits for a decryption key to be shown: it is shown by being put to use.
        if use is not KeyUse.ENCRYPTION and not at_once:
            _require_age(upcoming[0], now, "has been shown")
        before = self._of(use, KeyState.ACTIVE)
        active = OwnKey(use, KeyState.ACTIVE, now, upcoming[0].key)
        # In this order a server that reads in between finds two active keys, of which the newer counts, and never none.
        self._write(active)
        for own in before:
            self._write(OwnKey(use, KeyState.RETIRED, now, own.key))
        return active

    def delete_retired(self, use: KeyUse, now: datetime, *, at_once: bool = False) -> list[OwnKey]:
        """Deletes the keys that are out of use. Raises KeyRotationRefused while brokers may still rely on them."""
        retired = self._of(use, KeyState.RETIRED)
        if not retired:
            raise KeyRotationRefused(f"There is no retired key for {use}.")
        for own in retired:
            if not at_once:
                _require_age(own, now, "has been out of use")
        for own in retired:
            self._path(own).unlink()
        return retired

    def _of(self, use: KeyUse, state: KeyState) -> list[OwnKey]:
        return [own for own in self.keys().keys if own.use is use and own.state is state]

    def _add(self, use: KeyUse, state: KeyState, now: datetime) -> OwnKey:
        key = RSAKey.generate_key(KEY_BITS)
        key.ensure_kid()
        own = OwnKey(use, state, now, key)
        self._write(own)
        return own

    def _write(self, own: OwnKey) -> None:
        text = _KeyFile(
            use=own.use, state=own.state, since=own.since, jwk=own.key.as_dict(private=True)
        ).model_dump_json(indent=2)
        path = self._path(own)
        unfinished = path.with_suffix(".new")
        unfinished.unlink(missing_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)

    def _path(self, own: OwnKey) -> Path:
        return self._folder / f"{own.use}-{own.kid}.json"


def _read(path: Path) -> OwnKey:
    try:
        if path.stat().st_mode & 0o077:
            raise SettingsError(
                f"OMAVIRTA_KEYS_FOLDER: others than its owner may read {path}: chmod 600 {path}"
            )
        file = _KeyFile.model_validate_json(path.read_bytes())
        key = RSAKey.import_key(file.jwk)
    except (OSError, ValidationError, ValueError, JoseError):
        # Without the text of the error, which may quote the key.
        raise SettingsError(f"OMAVIRTA_KEYS_FOLDER: {path} is not a key of ours") from None
    if not key.is_private or not key.kid:
        raise SettingsError(f"OMAVIRTA_KEYS_FOLDER: {path} is not a private key with a name")
    return OwnKey(file.use, file.state, file.since, key)


def _require_age(own: OwnKey, now: datetime, what: str) -> None:
    if now - own.since < WARM_UP:
        ready = (own.since + WARM_UP).isoformat(timespec="minutes")
        raise KeyRotationRefused(
            f"The key {own.kid} {what} for less than a day; wait until {ready}, or give --at-once."
        )

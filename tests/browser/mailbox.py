"""The mails of the demo, which go into a folder of `.eml` files instead of out."""

import re
from collections import Counter
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from browser.window import wait_until


class Mailbox:
    """Reads each address's mails in the order in which they were sent, each of them once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: Counter[str] = Counter()

    def skip(self, address: str) -> None:
        """What has come so far is not asked for any more."""
        self._read[address] = len(self._messages(address))

    def count(self, address: str) -> int:
        """How many have come since the last that was read."""
        return len(self._messages(address)) - self._read[address]

    def code(self, address: str) -> str:
        """The six digits of the next mail; waits for it."""
        return self._find(address, r"(?m)^(\d{6})$")

    def link(self, address: str) -> str:
        """The link with a secret in its fragment, of the next mail."""
        return self._find(address, r"(https?://\S+#\S+)")

    def text(self, address: str) -> str:
        """What the next mail says."""
        wait_until(lambda: self.count(address) > 0, lambda: f"a mail to {address}")
        message = self._messages(address)[self._read[address]]
        self._read[address] += 1
        body = message.get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")

    def _find(self, address: str, pattern: str) -> str:
        text = self.text(address)
        found = re.search(pattern, text)
        assert found is not None, text
        return found[1]

    def _messages(self, address: str) -> list[EmailMessage]:
        # A file has its whole content from the moment it has this ending.
        parser = BytesParser(policy=policy.default)
        found = [parser.parsebytes(path.read_bytes()) for path in self._folder.glob("*.eml")]
        # The identifiers are UUIDs of version 7: in the order of time.
        return sorted(
            (message for message in found if address in str(message["To"])),
            key=lambda message: str(message["Message-ID"]),
        )

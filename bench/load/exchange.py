"""One connection over which a request is sent, its whole answer awaited, and the next one sent.

Bare sockets, as a client of any comfort takes more time than some of what is measured.
"""

import json
import re
import socket

HEAD_ENDS = b"\r\n\r\n"
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"transfer-encoding: *chunked", re.IGNORECASE)
LAST_CHUNK = b"0\r\n\r\n"


class Failed(Exception):
    """An answer that is no answer."""


def request(body: bytes, token: str) -> bytes:
    """The bytes that post a question, with an access token where there is one."""
    head = f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    bearer = f"\r\nAuthorization: Bearer {token}" if token else ""
    return head.encode() + b"\r\nAccept: application/json" + bearer.encode() + HEAD_ENDS + body


class Exchange:
    """A connection to a port of this machine."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._got = bytearray()
        self._ends: int | None = None
        self.began = 0.0

    def ask(self, request: bytes) -> None:
        self._got.clear()
        self._ends = None
        self.socket.sendall(request)

    def is_answered(self) -> bool:
        """Take what has come; whether it is the whole answer.

        Raises:
            Failed: it is an error, or the connection was closed.
        """
        came = self.socket.recv(1 << 18)
        if not came:
            raise Failed("The connection was closed before the answer was complete.")
        self._got += came
        if self._ends is None:
            self._ends = self._end()
        if self._ends is None:
            return False
        return len(self._got) >= self._ends if self._ends else self._got.endswith(LAST_CHUNK)

    def _end(self) -> int | None:
        """Where the answer ends: 0 where only its last chunk tells, None where its head is not there yet."""
        at = self._got.find(HEAD_ENDS)
        if at < 0:
            return None
        head = bytes(self._got[:at])
        length = LENGTH.search(head)
        if not head.startswith(b"HTTP/1.1 200") or not (length or CHUNKED.search(head)):
            raise Failed(f"Not an answer: {self._got[:500].decode(errors='replace')}")
        return at + len(HEAD_ENDS) + int(length[1]) if length else 0

    def check(self) -> None:
        """Make sure that the answer holds data.

        Raises:
            Failed: it does not.
        """
        if b'{"data":{' not in self._got[:512]:
            raise Failed(json.loads(self.body())["errors"][0]["message"])

    def body(self) -> bytes:
        """The answer without its head; chunks are joined."""
        at = self._got.find(HEAD_ENDS) + len(HEAD_ENDS)
        if self._ends:
            return bytes(self._got[at : self._ends])
        rest, joined = bytes(self._got[at:]), b""
        while True:
            size, _, rest = rest.partition(b"\r\n")
            if not (length := int(size, 16)):
                return joined
            joined, rest = joined + rest[:length], rest[length + 2 :]

    def close(self) -> None:
        self.socket.close()

"""How much of a request's head is read: its address and headers, which nothing else bounds while they come."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGEST = 64 * 1024
"""Bytes of an address and its headers together; a little more where they come in one piece."""

SAID = b"Address and headers are too large: send the document by POST.\n"

REFUSED = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-type: text/plain; charset=utf-8\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s"
) % (len(SAID), SAID)


class BoundedHeads(HttpToolsProtocol):
    """uvicorn's connection, which ends when a head grows too large."""

    _is_in_head = True
    _read = 0

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._is_in_head, self._read = True, 0

    def on_headers_complete(self) -> None:
        self._is_in_head = False
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        # What a head shares a piece with is not counted: the next pieces are.
        was_in_head = self._is_in_head
        super().data_received(data)
        if was_in_head and self._is_in_head:
            self._read += len(data)
            if self._read > LARGEST and not self.transport.is_closing():
                self.transport.write(REFUSED)
                self.transport.close()

"""The database of a data folder: the one that runs there, else one of our own for the while."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from api.local.address import LocalServer, announced_server
from api.local.folder import Folder, InUse, claimed
from api.local.progress import Reporter
from api.local.server import running


@contextmanager
def some_server(folder: Folder, reporter: Reporter) -> Iterator[LocalServer]:
    """A server on the folder's data, whoever runs it.

    Raises:
        Stop: there is none, and none can be started.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(claimed(folder))
        except InUse:
            server = announced_server(folder)
        else:
            server = stack.enter_context(running(folder, reporter))
        yield server

"""`goldenthread`: the commands, and what a person is told when one cannot go on."""

import errno
import signal
from typing import Any

import click

from api.command.access import grant, space
from api.command.database import HAS_OWN
from api.command.docs import docs
from api.command.generate import generate
from api.command.imports import import_
from api.command.migrate import migrate
from api.command.schema import schema
from api.command.serve import serve
from api.command.workspace import workspace
from api.stop import Stop
from graph.database import NotAdmitted, Unavailable
from graph.migrations.migrating import NewerDatabase
from graph.refusals import Refused

if HAS_OWN:
    from api.command.demo import demo
    from api.command.token import token

INTERRUPTED = 130
"""The exit code of what Ctrl-C has stopped."""


class Commands(click.Group):
    """Turns whatever a person can mend into one line, and ends quietly when asked to. All else is a bug and crashes."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it returns is of no interest to anyone, hence `Any`."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except (Stop, Refused, NewerDatabase, NotAdmitted) as told:
            raise click.ClickException(str(told)) from told
        except Unavailable as told:
            raise click.ClickException(f"{told} Is GOLDENTHREAD_NEO4J_URI its address?") from told
        except OSError as fault:
            if fault.errno != errno.ENOSPC:
                raise
            place = f" of {fault.filename}" if fault.filename else ""
            raise click.ClickException(f"The disk{place} is full: make room and start again.") from fault


@click.group(cls=Commands, epilog="Example: goldenthread demo")
@click.version_option(package_name="goldenthread")
def main() -> None:
    """One graph from the task to the strategy, behind one GraphQL API."""


for command in (serve, migrate, workspace, space, grant, import_, generate, schema, docs):
    main.add_command(command)
if HAS_OWN:
    for command in (demo, token):
        main.add_command(command)

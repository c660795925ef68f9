"""`goldenthread docs`: prints the pages of docs/ that are made from the code."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import click

from api.docs import errors, scopes
from schema.query import create_schema

PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "errors": errors.text,
        "scopes": lambda: scopes.text(create_schema()._schema),  # noqa: SLF001 - Strawberry keeps the schema only there
    }
)


@click.command(epilog="Example: goldenthread docs scopes > docs/scopes.md")
@click.argument("page", type=click.Choice(tuple(PAGES)))
def docs(page: str) -> None:
    """Print a page of docs/ that is made from the code."""
    click.echo(PAGES[page](), nl=False)

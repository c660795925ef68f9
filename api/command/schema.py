"""`goldenthread schema`: prints the GraphQL schema."""

import click

from schema.query import create_schema


@click.command(epilog="Example: goldenthread schema > schema.graphql")
def schema() -> None:
    """Print the GraphQL schema (SDL)."""
    click.echo(create_schema().as_str())

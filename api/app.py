"""The application: its routes, and what it opens when it starts."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from api import health
from api.budgets.budgets import budgets
from api.docs import pages as docs
from api.edge import unserved
from api.edge.documents import Documents
from api.edge.trusted import trusted_documents
from api.explorer import pages
from api.graphql import METHODS, Endpoint, Limits
from api.identity.challenges import Challenge
from api.identity.entrance import Entrance
from api.identity.issuers import Issuers
from api.identity.resource import Resource
from api.identity.trusted import TrustedIssuers
from api.jobs.importing import importing
from api.leaving import WhileThere
from api.settings import Settings
from api.sign_in.opening import registration_of, signing_in
from api.state import State
from api.warming import warming
from graph.database import opened
from graph.reading.cursors import Cursors
from resolvers.execution import CompiledSchema
from resolvers.scopes import Scope
from schema.query import create_schema

LONGEST_PREFLIGHT = 7200
"""Seconds that a browser remembers what it may ask; none remembers it longer."""


def create_app(settings: Settings, entrance: Entrance | None = None) -> Starlette:
    """The whole service. The `entrance` is the settings' unless it is given."""
    entrance = entrance or entrance_of(settings)
    resource = Resource(settings.audience, settings.issuers, [scope.value for scope in Scope])
    schema = create_schema()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[State]:
        async with AsyncExitStack() as stack:
            password = settings.neo4j_password.get_secret_value()
            database = await stack.enter_async_context(
                opened(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database)
            )
            viewers = await stack.enter_async_context(entrance.opened(database))
            cursors = Cursors(settings.cursor_secret.get_secret_value().encode())
            counted = await stack.enter_async_context(budgets(settings))
            await stack.enter_async_context(warming(database))
            await stack.enter_async_context(importing(database, schema))
            yield State(database=database, viewers=viewers, cursors=cursors, budgets=counted)

    return Starlette(
        routes=[*entrance.routes, *routes(settings, resource, schema)],
        lifespan=lifespan,
        middleware=cross_origin(settings),
        exception_handlers={Challenge: resource.answer, **unserved.handlers()},
    )


def cross_origin(settings: Settings) -> list[Middleware]:
    """Pages of the origins that the settings name may ask. Without cookies: they bring tokens of their own."""
    if not settings.cors_origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=("GET", "POST"),
            allow_headers=("*",),
            expose_headers=("*",),
            max_age=LONGEST_PREFLIGHT,
        )
    ]


def entrance_of(settings: Settings) -> Entrance:
    """By tokens of the trusted issuers; where the settings name a client for it, people can sign in by one of them."""
    registration = registration_of(settings)
    if registration is not None:
        return signing_in(settings, registration)
    return Issuers(TrustedIssuers(settings).opened, settings.request_timeout)


def routes(settings: Settings, resource: Resource, schema: CompiledSchema) -> list[BaseRoute]:
    """All that the service answers to."""
    documents = Documents(trusted_documents(settings), settings.trusted_only)
    limits = Limits(settings.request_timeout, settings.body_timeout, settings.largest_body, settings.numbers_kept)
    endpoint = Endpoint(schema, documents, limits)
    sdl = PlainTextResponse(schema.as_str() + "\n")
    return [
        Route("/graphql", WhileThere(endpoint), methods=METHODS),
        Route("/schema.graphql", sdl),
        *health.routes(),
        *resource.routes(),
        *docs.routes(),
        *pages.routes(),
    ]

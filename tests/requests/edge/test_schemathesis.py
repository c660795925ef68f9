"""Random documents over the whole schema, made by schemathesis from a fixed seed, with the strangest of values.

`GOLDENTHREAD_EXAMPLES=100 scripts/test tests/requests/edge/test_schemathesis.py` takes as many for each root field.
"""

import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from graphql import StringValueNode
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from resolvers.scopes import Scope
from tests.requests.edge.asking import RESPONSE, Service

# Its own types are of several sorts of schema at once: hence `Any`.
SCHEMA: Any = schemathesis.graphql.from_path(Path(__file__).parents[3] / "schema.graphql")
ROOTS = [found.ok() for found in SCHEMA.get_all_operations()]
EXAMPLES = int(os.environ.get("GOLDENTHREAD_EXAMPLES", "4"))

EXPECTED = frozenset(
    {
        "BAD_REQUEST",
        "BAD_INPUT",
        "BAD_PAGE",
        "BAD_CURSOR",
        "FORBIDDEN",
        "TOO_COSTLY",
        "TOO_DEEP",
        "TOO_BROAD",
        "TOO_LARGE",
    }
)
"""What may be said of a document that fits the schema, and is nonsense."""

TEXTS = {
    "Date": st.dates().map(str),
    "DateTime": st.datetimes().map(lambda instant: f"{instant.isoformat()}Z"),
    "DateOrDuration": st.one_of(st.dates().map(str), st.sampled_from(["P1D", "-P2W", "P9999Y", "P", ""])),
    "DateTimeOrDuration": st.one_of(st.datetimes().map(str), st.sampled_from(["P1D", "-PT2H", "P9999Y", "P", ""])),
    "JSON": st.text(),
    "Decimal": st.one_of(st.decimals().map(str), st.text()),
}

for name, texts in TEXTS.items():
    schemathesis.graphql.scalar(name, texts.map(lambda text: StringValueNode(value=text)))


@pytest.fixture
def token(service: Service) -> str:
    """For everything."""
    scope = " ".join(scope.value for scope in Scope)
    return service.issuer.token(sub="monkey", client_id="monkey", workspace="edge", scope=scope)


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.label)
def test_no_document_is_answered_with_a_fault(service: Service, token: str, root: Any) -> None:
    @seed(7)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(root.as_strategy())
    def answered(case: Any) -> None:
        headers = {"authorization": f"Bearer {token}", "accept": RESPONSE}
        answer = case.call(base_url=f"{service.url}/graphql", headers=headers)

        assert answer.status_code in {200, 400, 413}, answer.text
        told = answer.json()
        codes = {error["extensions"]["code"] for error in told.get("errors", ())}
        assert codes <= EXPECTED, told["errors"]
        assert told.get("data") or codes

    answered()

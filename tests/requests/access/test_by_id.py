"""By its id alone only what anybody in the workspace may read is found; the rest has roots with scopes of their own."""

from graph.records.states import SpaceRole
from tests.fixtures.access import Granting


def test_a_principal_is_not_found_by_its_id_alone(granting: Granting) -> None:
    granting.grant("open", granting.subject("ann"), SpaceRole.READER)
    ann = granting.caller("ann", scope="work:read")
    own = granting.value("MATCH (p:Principal {ws: $ws, name: 'ann'}) RETURN p.id")

    told = ann.data("query($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { id } }", id=own)

    assert told == {"node": None, "nodes": [None]}

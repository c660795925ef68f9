"""The statements: one for each field that leads on, for many askers at once."""

from collections.abc import Mapping
from types import MappingProxyType

ITEM = """{.id, .title, .flowState, .stateCategory, .revision, .labels,
  createdAt: toString(datetime({epochMillis: item.createdAt})),
  updatedAt: toString(datetime({epochMillis: item.updatedAt}))}"""

BY_ID = """
UNWIND $ids AS id
MATCH (n:Node {id: id}) WHERE n.space IN $readable
RETURN id, n {.id, .title, .flowState, kind: [l IN labels(n) WHERE NOT l IN ['Node', 'WorkNode']][0]} AS found
"""

PARENTS = """
UNWIND $ids AS id
MATCH (n:Node {id: id})
CALL (n) {
  MATCH (n)-[step:PART_OF|CONTRIBUTES_TO]->(p:WorkNode) WHERE type(step) = $relation AND p.space IN $readable
  WITH p ORDER BY p.createdAt, p.id LIMIT $first
  RETURN collect(p {.id, .title, kind: [l IN labels(p) WHERE NOT l IN ['Node', 'WorkNode']][0]}) AS found
}
RETURN id, found
"""

CHILDREN: Mapping[str, str] = MappingProxyType(
    {
        kind: f"""
UNWIND $ids AS id
MATCH (n:Node {{id: id}})
CALL (n) {{
  MATCH (n)<-[:PART_OF|CONTRIBUTES_TO]-(item:{kind}) WHERE item.space IN $readable
  WITH item ORDER BY item.title, item.id LIMIT $first
  RETURN collect(item {told}) AS found
}}
RETURN id, found
"""
        for kind, told in {
            "WorkItem": ITEM,
            "Objective": "{.id, .title, .status}",
            "KeyResult": "{.id, .title, .unit}",
        }.items()
    }
)

TOTALS: Mapping[str, str] = MappingProxyType(
    {
        kind: f"""
UNWIND $ids AS id
MATCH (n:Node {{id: id}})
RETURN id, COUNT {{ MATCH (n)<-[:PART_OF|CONTRIBUTES_TO]-(c:{kind}) WHERE c.space IN $readable }} AS found
"""
        for kind in CHILDREN
    }
)

OWNERS = """
UNWIND $ids AS id
MATCH (n:Node {id: id})
CALL (n) {
  MATCH (n)-[owned:OWNED_BY]->(o:Person|Team) WHERE o.space IN $readable
  WITH owned, o ORDER BY o.name, o.id LIMIT $first
  RETURN collect({role: owned.role, id: o.id, name: o.name, person: o:Person}) AS found
}
RETURN id, found
"""

ANCESTORS = """
UNWIND $ids AS id
MATCH (n:Node {id: id})
CALL (n) {
  MATCH (n)(()-[up:PART_OF|CONTRIBUTES_TO]->(m) WHERE m.space IN $readable){1,18}(a:WorkNode)
  WITH a, min(size(up)) AS distance ORDER BY distance, a.id LIMIT $first
  RETURN collect([distance, a.id]) AS found
}
RETURN id, found
"""

PATHS = """
UNWIND $ids AS id
MATCH (n:Node {id: id})
CALL (n) {
  MATCH path = (n)(()-[:PART_OF|CONTRIBUTES_TO]->(m) WHERE m.space IN $readable){1,18}(:Strategy)
  WITH path LIMIT $first + 1
  RETURN collect({
    nodes: [node IN nodes(path) | node.id],
    edges: [step IN relationships(path) | step {.id, .share, child: startNode(step).id, relation: type(step)}]
  }) AS found
}
RETURN id, found
"""

SHARES = """
UNWIND $ids AS id
MATCH (n:Node {id: id})-[step:PART_OF|CONTRIBUTES_TO]->()
WITH id, collect(step) AS steps, sum(step.share) AS given, count(*) - count(step.share) AS open
RETURN id, [s IN steps | [s.id, coalesce(s.share / 1000000.0, (1000000 - given) / (1000000.0 * open))]] AS found
"""

ITEMS = f"""
UNWIND $readable AS space
CALL (space) {{
  MATCH (item:WorkItem)
  WHERE item.space = space AND item.createdAt <= $createdAt AND item.id IS NOT NULL
    AND [item.createdAt, item.id] < [$createdAt, $id]
  RETURN item ORDER BY item.space DESC, item.createdAt DESC, item.id DESC LIMIT $first + 1
}}
WITH item ORDER BY item.createdAt DESC, item.id DESC LIMIT $first + 1
RETURN collect(item {ITEM}) AS found, collect(item.createdAt) AS at
"""

UNDER = f"""
MATCH (o:Node {{id: $under}}) WHERE o:WorkNode AND o.space IN $readable
MATCH (o)(()<-[:PART_OF|CONTRIBUTES_TO]-(m) WHERE m.space IN $readable){{1,18}}(item:WorkItem)
WHERE item.flowState = $flowState AND toLower(item.title) CONTAINS toLower($speaksOf)
WITH DISTINCT item ORDER BY item.createdAt DESC, item.id DESC LIMIT $first + 1
RETURN collect(item {ITEM}) AS found, collect(item.createdAt) AS at
"""

STRATEGIES = """
MATCH (s:Strategy) WHERE s.space IN $readable
WITH s ORDER BY s.title, s.id
WITH collect(s {.id, .title}) AS every
RETURN every[..$first] AS found, size(every) AS total
"""

// Writes the edges that hold now into the live graph.
UNWIND $rows AS x
MATCH (c:Node {id: x.child})
MATCH (p:Node {id: x.parent})
UNWIND x.live AS e
CREATE (c)-[r:$(e.relation)]->(p) SET r = e.holds
RETURN count(*) AS written

// How many of some nodes lie behind borders that somebody may look behind.
UNWIND $ids AS id
MATCH (n:Node {id: id}) WHERE n.space IN $readable
RETURN count(DISTINCT n) AS seen

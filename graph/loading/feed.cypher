// Writes entries of the feed: revisions of nodes, and what happened to edges.
UNWIND $rows AS x
CREATE (c:$(x.labels)) SET c = x.holds, c.seq = x.seq
RETURN count(*) AS written

// Creates a workspace, where there is none of this id.
OPTIONAL MATCH (k:Workspace {id: $ws})
WITH k WHERE k IS NULL
CREATE (n:Workspace {id: $ws}) SET n += $holds, n.seq = 0, n.at = 0, n.createdAt = timestamp()
RETURN true AS created

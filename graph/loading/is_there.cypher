// Whether anything of a workspace is there, if only what an interrupted load has left.
RETURN EXISTS { MATCH (k:Workspace {id: $ws}) } OR EXISTS { MATCH (c:Change WHERE c.ws = $ws AND c.seq > 0) } AS there

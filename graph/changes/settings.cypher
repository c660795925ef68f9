// What a workspace holds.
MATCH (k:Workspace {id: $ws})
RETURN properties(k) AS holds

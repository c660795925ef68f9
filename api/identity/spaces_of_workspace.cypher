// The spaces of a workspace. No row where there is no such workspace.
MATCH (k:Workspace {id: $ws})
OPTIONAL MATCH (s:Space {ws: k.id})
WITH k, collect(s.id) AS spaces
RETURN spaces

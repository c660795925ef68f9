// All spaces of a workspace.
MATCH (s:Space {ws: $ws})
RETURN collect(s.id) AS spaces

// The spaces of a workspace.
MATCH (s:Space) WHERE s.ws = $ws
RETURN collect(s.id) AS spaces

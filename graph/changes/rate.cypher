// The rate of a role, or of a team, that begins on a day: by its key, which names all three and the workspace.
MATCH (r:CostRate {key: $key})
RETURN r.id AS id, properties(r) AS holds

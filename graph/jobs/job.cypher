// An import that this caller started.
MATCH (j:ImportJob {id: $id}) WHERE j.ws = $ws AND ($by IS NOT NULL)
RETURN properties(j) AS job

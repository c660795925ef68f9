// An import that this caller started.
MATCH (j:ImportJob {id: $id}) WHERE j.ws = $ws AND j.by = $by
RETURN properties(j) AS job

// The imports that this caller started, the latest first.
MATCH (j:ImportJob) WHERE j.ws = $ws AND j.by = $by
WITH j ORDER BY j.startedAt DESC, j.id DESC LIMIT $most
RETURN collect(properties(j)) AS jobs

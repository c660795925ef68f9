// Takes an import over, whoever ran it before: the one with this key, or a new one. Whoever holds it no longer can
// write nothing more. Only with $job, which has what a new one holds, its workspace and its key.
MATCH (k:Workspace {id: $job.ws})
MERGE (j:ImportJob {key: $job.key})
ON CREATE SET j += $job, j.state = 'RUNNING', j.chunks = 0, j.round = 1, j.line = 0, j.lines = 0,
  j.created = 0, j.updated = 0, j.unchanged = 0, j.refused = 0, j.closed = 0, j.startedAt = timestamp()
SET j.holder = $holder
RETURN properties(j) AS job

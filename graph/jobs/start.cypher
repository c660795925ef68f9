// Records an import whose lines are still to come.
CREATE (j:ImportJob) SET j = $job, j.state = 'OPEN', j.chunks = 0, j.round = 1, j.line = 0, j.lines = 0, j.total = 0,
  j.parts = 0, j.created = 0, j.updated = 0, j.unchanged = 0, j.refused = 0, j.closed = 0, j.startedAt = timestamp()
RETURN j.id AS id

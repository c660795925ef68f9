// Ends an import that this holder runs, well or not. Its key is free again: the same file makes a new one then.
MATCH (j:ImportJob {id: $job})
SET j.turn = true
WITH j WHERE j.holder = $holder
SET j.state = $state, j.code = $code, j.message = $message, j.finishedAt = timestamp(),
  j.lines = CASE WHEN $state = 'FINISHED' THEN j.total ELSE j.lines END,
  j.key = null, j.holder = null, j.until = null
RETURN properties(j) AS job

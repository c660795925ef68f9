// Takes the import that has waited longest for its turn, of all whose lines came through the API and that nobody runs
// now. No row: there is none, or somebody else has just taken it.
MATCH (j:ImportJob) WHERE j.state = 'RUNNING' AND j.until < timestamp() AND j.parts IS NOT NULL
WITH j ORDER BY j.until, j.id LIMIT 1
SET j.turn = true
WITH j WHERE j.state = 'RUNNING' AND j.until < timestamp()
SET j.holder = $holder, j.until = timestamp() + $lease
RETURN properties(j) AS job

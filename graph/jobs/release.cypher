// Gives an import back, so that others have their turn before it.
MATCH (j:ImportJob {id: $job})
SET j.turn = true
WITH j WHERE j.holder = $holder
SET j.until = timestamp()
RETURN j.id AS id

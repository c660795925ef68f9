// Marks a batch as written, before it is, in its own transaction. No row: it has been written. While another transaction
// is about to write it, this one waits, and then fails by the constraint on the key.
OPTIONAL MATCH (a:Answer {key: $key})
WITH a WHERE a IS NULL
CREATE (:Answer {key: $key, ws: $ws, at: timestamp()})
RETURN true AS marked

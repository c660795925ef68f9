// Records a step that this database has taken; of two processes that take it at once, the first one's record stays.
MERGE (m:Migration {number: $number}) ON CREATE SET m.name = $name, m.at = timestamp()
RETURN m.number AS number

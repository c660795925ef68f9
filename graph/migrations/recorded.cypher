// The steps that this database has taken, by number.
MATCH (m:Migration) RETURN m.number AS number

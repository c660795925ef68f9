// The lines of one part of an import.
MATCH (p:ImportPart {job: $job, number: $number})
RETURN p.text AS text

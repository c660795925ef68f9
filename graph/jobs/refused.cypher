// The refused rows of an import after one of them, in the order of the file.
MATCH (r:ImportRefusal {job: $job})
WHERE r.line >= $line AND (r.line > $line OR r.place > $place)
WITH r ORDER BY r.job, r.line, r.place LIMIT $most
RETURN collect([r.line, r.place, r.code, r.message]) AS refused

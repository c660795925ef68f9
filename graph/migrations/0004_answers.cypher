// How answers that are older than a day are found, so that they go.
CREATE INDEX answer_at IF NOT EXISTS FOR (n:Answer) ON (n.ws, n.at);

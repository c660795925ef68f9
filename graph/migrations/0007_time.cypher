// How time is found by the work that it was for, and by the day; and each rate once.
CREATE INDEX time_entry_subject IF NOT EXISTS FOR (n:TimeEntry) ON (n.subject, n.day, n.id);
CREATE INDEX time_entry_day IF NOT EXISTS FOR (n:TimeEntry) ON (n.ws, n.day);
CREATE CONSTRAINT cost_rate_key IF NOT EXISTS FOR (n:CostRate) REQUIRE n.key IS UNIQUE;

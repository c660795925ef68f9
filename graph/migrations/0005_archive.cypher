// What one operation archived, to bring back just that.
CREATE INDEX archived_by IF NOT EXISTS FOR (n:WorkNode) ON (n.archivedBy);

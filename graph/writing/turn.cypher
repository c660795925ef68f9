// Takes the workspace's turn before anything is read: for a third attempt, which then meets no rival.
MATCH (k:Workspace {id: $change.ws}) SET k.turn = true
RETURN k.seq AS seq

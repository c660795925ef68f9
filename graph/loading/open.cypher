// Opens the workspace that has been loaded: from here on the write path carries its feed on.
MERGE (k:Workspace {id: $ws}) SET k += $holds, k.seq = $seq, k.at = $at, k.createdAt = timestamp()
RETURN true AS opened

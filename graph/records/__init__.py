"""What each kind of node holds: name, type and meaning, said once. The published types extend these."""

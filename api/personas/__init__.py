"""Development personas: who may sign in to a demo on this machine, without an identity provider."""

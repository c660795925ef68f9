"""Signing in with a browser: authorization code with PKCE; the tokens stay here, the browser has an opaque cookie."""

"""The Rust project's goals: what their files hold, and what it becomes in the graph."""

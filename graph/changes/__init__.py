"""What people and programs do with single pieces of work: one module for each sort of change."""

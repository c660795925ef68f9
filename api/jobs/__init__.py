"""What the service does besides answering."""

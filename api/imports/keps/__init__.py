"""The import of the Kubernetes project's enhancement proposals."""

"""The network read model and network science over it."""

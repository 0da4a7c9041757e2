"""Rooms: where queries that callers wrote run, locked away from everything else."""

"""Rooms: where queries that callers wrote run, locked away from everything else.

A room holds one snapshot and nothing else. What is asked in it can neither see, change nor
reach anything outside, whatever the engine inside is talked into: the lock is the system's,
closed before the engine starts.
"""

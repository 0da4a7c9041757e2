"""Ledger to graph: claims become nodes and relationships, the same ones every time."""

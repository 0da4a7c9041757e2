"""Graphs that others wrote: RDF, FollowTheMoney, STIX, networks that programs draw."""

"""Graphs that others wrote: RDF, FollowTheMoney, STIX, GraphML, GEXF."""

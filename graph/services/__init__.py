"""Typed answers to what users ask; shared by API and command line."""

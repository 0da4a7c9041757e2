"""The two front doors: the HTTP API and the command line."""

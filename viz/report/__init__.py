"""Evidence packs: a matter on paper, with a manifest whose hashes verify."""

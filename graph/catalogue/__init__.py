"""Named queries: one ``.cypher`` file each, with a header that declares them."""

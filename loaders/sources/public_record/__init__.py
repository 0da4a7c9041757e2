"""Facts curated from public documents, with citation."""

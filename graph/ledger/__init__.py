"""The ledger: append-only claims, documents, and decisions. It is the truth."""

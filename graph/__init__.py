"""How the graph is kept and asked: ledger, projection, engines, queries, network read model."""

"""Which records speak of the same person, company, or agency."""

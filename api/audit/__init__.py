"""Who read which identity and asked which question, kept so that changes show."""

"""Tables in: any table, read as text, mapped to claims by a declarative mapping."""

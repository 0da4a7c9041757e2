"""The projection written in other formats."""

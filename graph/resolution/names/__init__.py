"""Comparing names and identifiers as Indonesians write them; pure, no database."""

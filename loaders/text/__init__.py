"""Indonesian text to claims."""

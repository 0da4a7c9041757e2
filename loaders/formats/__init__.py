"""Files other than tables: articles and graph formats."""

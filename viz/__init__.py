"""Pictures: networks, layouts, maps, timelines, reports."""

"""One package per dataset; a source imports neither the store nor another source."""

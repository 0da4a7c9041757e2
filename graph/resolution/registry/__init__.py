"""Finding the persons behind the records of a whole registry: block, compare, weigh, cluster."""

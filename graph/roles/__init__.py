"""What each role reads: a snapshot of its own, projected from what the role may see."""

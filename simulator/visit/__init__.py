"""One practice visit: preparation, turn loop, journal, resuming."""

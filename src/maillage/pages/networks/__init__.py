"""Pages of networks: the explorer and the comparison of two."""

"""What leaves for others: dumps, mappings, the vocabulary, bundles for portals, releases and withdrawals."""

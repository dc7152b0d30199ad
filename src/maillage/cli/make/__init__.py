"""What makes and mends the graph: builds, imports, new documents, the layout of files, reasoning."""

"""What one asks of the graph: rows, cards, networks, maps and names, printed or written into a file."""

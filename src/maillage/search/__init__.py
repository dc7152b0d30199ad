"""Search as one types: words with errors come in; things of the graph, best first, go out.

What is listed of a graph (`listed`) is written once into a file of SQLite's FTS5 kind (`index`), kept beside the index
of names (`kept`), and looked up from there (`finding`), also where nothing can be opened any more.
"""

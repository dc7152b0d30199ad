"""The graph over HTTP: a built graph comes in; a SPARQL endpoint that strangers can be let onto goes out.

What a stranger typed is never run where the server runs: `pool` hands it to a worker (`worker`), a child of a process
(`zygote`) that holds the graph in memory and nothing else. A worker has a time, a memory and no way out, and is
replaced when it dies.
"""

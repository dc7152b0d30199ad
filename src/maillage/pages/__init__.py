"""Pages for people: a graph and an address come in; HTML goes out, from a server or as a folder of files.

`kit` is what all are made with; `kinds`, `asked` and `networks` are the pages; `directory` knows each by its name.
"""

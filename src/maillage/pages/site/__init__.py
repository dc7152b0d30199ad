"""The pages as a folder of files: a graph comes in; what any static host can serve goes out.

`plan` says which pages there are, `folder` where each is seen from another, `making` makes the bytes of each file,
`index` what is searched in a browser, `writing` puts them into a folder, of which only what changed is written anew.
"""

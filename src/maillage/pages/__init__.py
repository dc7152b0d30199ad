"""Pages anyone reads: a graph, a language and where things stand come in; HTML complete without JavaScript goes out.

The server's workers and the static site make them by the same functions (`directory.PAGES`); a page never says where
another one is, `kit.setting.Addresses` does. `kit` is what all are made with; `kinds`, `asked`, `networks` hold them.
"""

"""A page of text: a title, a body and what its style adds come in; a self-contained HTML page goes out.

Nothing is fetched and no script runs: a Content Security Policy says so, and the style sheet is inside.
"""

from __future__ import annotations

from html import escape

from maillage.things.policy import policy

_STYLE = """
:root{color-scheme:light}
body{font:1rem/1.6 system-ui,sans-serif;margin:0 auto;padding:1.5rem 1rem 4rem;color:#1e2329;background:#fff}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2rem}a{color:#0b5394}
.scroll{overflow-x:auto}table{border-collapse:collapse}
"""


def sheet(title: str, body: str, style: str, *, lang: str = "fr", head: str = "") -> str:
    """The page.

    Parameters
    ----------
    title:
        As text; it is escaped here.
    body:
        The HTML inside `main`.
    style:
        CSS after that which all such pages share.
    head:
        More lines of HTML for the head: a description, a feed.
    """
    return f"""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy()}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
{head}<link rel="icon" href="data:,">
<style>{_STYLE.strip()}{style}</style>
</head>
<body>
<main id="haut">
{body}</main>
</body>
</html>
"""

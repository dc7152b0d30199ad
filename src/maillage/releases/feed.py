"""The feed of a release: what changed by region comes in; Atom (RFC 4287) goes out, an entry a region.

An entry per thing would make thirty thousand of a new vintage. Its name is made of the version and the region, so that
a reader that fetches the feed again, from there or elsewhere, knows the entries it has.
"""

from __future__ import annotations

from maillage.releases.dump import Dump
from maillage.releases.told import FEED, PAGE, By, Edition, anchor, counts, name_of, shown
from maillage.terms import BASE


def feed(by: By, new: Dump, edition: Edition) -> str:
    """The feed; without entries where nothing changed."""
    moment, page = f"{edition.day}T00:00:00Z", edition.url(PAGE)
    entries = "".join(
        f"""  <entry>
    <id>{shown(edition.iri)}#{anchor(region)}</id>
    <title>{shown(f"{name_of(region, new)}, version {edition.version}")}</title>
    <updated>{moment}</updated>
    <link rel="alternate" type="text/html" hreflang="fr" href="{shown(page)}#{anchor(region)}"/>
    <summary>{shown(counts(told))}</summary>
  </entry>
"""
        for region, told in by.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>{BASE}release{edition.variant}/</id>
  <title>Maillage : ce qui a changé</title>
  <subtitle>Le graphe de la gouvernance territoriale de la santé, région par région</subtitle>
  <updated>{moment}</updated>
  <author><name>Maillage contributors</name><uri>{BASE}</uri></author>
  <link rel="self" type="application/atom+xml" href="{shown(edition.url(FEED))}"/>
  <link rel="alternate" type="text/html" hreflang="fr" href="{shown(page)}"/>
{entries}</feed>
"""

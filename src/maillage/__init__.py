"""Maillage: an open knowledge graph of territorial health governance, built, checked, asked, drawn and published.

>>> import maillage
>>> g = maillage.open_graph()
>>> g.ask("who-coordinates-with", actor="ARS Grand Est").to_dataframe()
"""

from maillage.errors import MaillageError
from maillage.library import Graph, open_graph

__all__ = ["Graph", "MaillageError", "__version__", "open_graph"]
__version__ = "0.1.0"

"""`python -m maillage.cli.reference`: rewrites the generated pages."""

from maillage.cli.reference import main

main()

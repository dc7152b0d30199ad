"""What every importer is made of: rows of a source, facts, drafts, what graph/ says, and the one way to write it."""

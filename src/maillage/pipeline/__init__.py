"""The pipeline: files come in; a store with merged, bounded, derived and checked facts goes out."""

"""read/extractors."""

"""Keeps a ledger in one SQLite file: pages as they came, readings as a cache, and the collated records."""

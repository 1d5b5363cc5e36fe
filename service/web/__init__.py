"""The web practice."""

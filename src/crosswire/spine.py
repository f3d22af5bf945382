"""spine."""

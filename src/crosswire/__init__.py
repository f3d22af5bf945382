"""crosswire: reads news about armed conflict and shows what really stands behind every figure."""

__version__ = "0.1.0"

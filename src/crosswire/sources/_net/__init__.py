"""Fetching with manners: checked addresses, limits, robots.txt, pauses, an archive of what came."""

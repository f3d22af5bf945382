"""What can go wrong with a gazetteer file."""


class GazetteerError(Exception):
    """The gazetteer file, or one added to it, is missing or cannot be used."""

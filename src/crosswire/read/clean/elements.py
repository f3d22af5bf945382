"""Elements of HTML by how they are read: raw, skipped, blocks, breaks."""

RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext")  # their content is not markup
SKIPPED = frozenset(
    "noscript template svg object select textarea canvas audio video map math title datalist".split()
)  # browsers show nothing of them, or nothing of the article
BLOCKS = frozenset(
    (
        "address article aside blockquote button caption center dd details dialog div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main nav ol option p pre section summary table "
        "tbody td tfoot th thead tr ul"
    ).split()
)  # each is a line of its own
BREAKS = frozenset(("br", "hr"))

"""Analysts' judgements: an append-only log, anchors that find their words again, and what they do to a ledger.

`log` keeps the file, `anchors` finds the words again, `contradictions` tells which decisions exclude each other,
`judge` turns them into plain constraints and edited claims before collation, and `settle` says afterwards what each
one did. No clock and no randomness: who decides, and when, is handed in.
"""

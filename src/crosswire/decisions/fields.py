"""The fields of a claim that a person can set, and how a decision writes them."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, get_args

import msgspec

from crosswire.decisions.errors import UnusableDecisionError
from crosswire.records import Bound, Claim, Extent, Figure, Place, Precision, Scope, Stance, When

_EMPTY = "none"  # what a person writes to empty a field
_TEXTS = ("kind", "actor", "target", "counted", "side", "excepting")
_WORDS: Mapping[str, tuple[str, ...]] = {"scope": get_args(Scope), "extent": get_args(Extent)}
_NEEDED = frozenset(["kind", "scope", "stance"])
RATING = "rating"  # the field that changes nothing that was read: it says what a person found of it
RATINGS = ("true", "mostly-true", "mixed", "mostly-false", "false", "unproven")
CALLED = "called"  # the argument beside a rating that holds the person's own words for it
Args = Mapping[str, str]


def known(field: str) -> bool:
    """Whether a person can set `field`."""
    return field in _SETTERS


def names() -> str:
    """The fields that can be set, for a sentence."""
    return ", ".join(sorted(_SETTERS))


def check(field: str, value: str) -> None:
    """Nothing, if `field` can be set to `value`. Raises `UnusableDecisionError` with what can be said instead."""
    if not known(field):
        message = f"A claim has no field “{field}” that can be set. These can: {names()}."
        raise UnusableDecisionError(message)
    if field == RATING and value not in RATINGS:
        message = f"“{value}” is no rating. It is one of: {', '.join(RATINGS)}. Add called=“…” for words of your own."
        raise UnusableDecisionError(message)
    if field in _NEEDED and value == _EMPTY:
        message = f"The field {field} cannot be emptied. Use reject if the claim is wrong as a whole."
        raise UnusableDecisionError(message)
    allowed = get_args(Stance) if field == "stance" else _WORDS.get(field, ())
    if allowed and value not in (*allowed, _EMPTY):
        message = f"“{value}” is no {field}. It is one of: {', '.join(allowed)}."
        raise UnusableDecisionError(message)
    if field == "when" and value != _EMPTY:
        _when(value, "")


def edited(claim: Claim, args: Args) -> Claim:
    """`claim` with the field that `args` name set to what they say; its id and its quote stay."""
    return _SETTERS[args["field"]](claim, args)


def changed(claim: Claim, args: Args) -> tuple[str, str]:
    """What `claim` says in the field that `args` name, and what it says once they are carried out, in words."""
    field = args["field"]
    if field == RATING:
        return "not rated", f"rated {args['value']}" + (f", “{args[CALLED]}”" if args.get(CALLED) else "")
    return f"{field}: {shown(claim, field)}", f"{field}: {shown(edited(claim, args), field)}"


def shown(claim: Claim, field: str) -> str:
    """What `claim` says in `field`, in words."""
    if field in {"speaker", "stance"}:
        return str((claim.said.name if field == "speaker" else claim.said.stance) or "not told")
    if field == "via":
        return ", ".join(claim.said.via) or "not told"
    value = getattr(claim, field)
    if isinstance(value, When):
        return f"{value.first} to {value.last}" if value.last != value.first else str(value.first)
    if isinstance(value, Place):
        return ", ".join(filter(None, (value.name, value.admin1, value.country)))
    return value.text if isinstance(value, Figure) else str(value or "not told")


def place(args: Args, text: str) -> Place:
    """The place that the arguments of a decision name; `text` is how the page wrote it."""
    number = {name: float(args[name]) if args.get(name) else None for name in ("lat", "lon")}
    precision: Precision = msgspec.convert(args.get("precision", "unknown"), Precision)
    return Place(
        id=args.get("id"),
        name=args["value"],
        text=text or args["value"],
        country=args.get("country"),
        admin1=args.get("admin1"),
        lat=number["lat"],
        lon=number["lon"],
        precision=precision,
    )


def figure(args: Args) -> Figure:
    """The figure whose words and ends the arguments of a decision hold."""
    bound: Bound = msgspec.convert(args["bound"], Bound)
    return Figure(
        value=int(args["number"]) if "number" in args else None,
        bound=bound,
        low=int(args["low"]),
        high=int(args["high"]) if "high" in args else None,
        text=args["figure"],
    )


def figure_args(figure: Figure) -> dict[str, str]:
    """The arguments from which `figure` is made again."""
    ends = {"number": figure.value, "low": figure.low, "high": figure.high}
    return {"figure": figure.text, "bound": figure.bound} | {k: str(v) for k, v in ends.items() if v is not None}


def added(args: Args) -> dict[str, Any]:
    """The fields of a claim that a person added, by name."""
    told: dict[str, Any] = {name: args.get(name) for name in ("actor", "target", "counted", "side")}
    told["figure"] = figure(args) if "figure" in args else None
    told["when"] = _when(args["when"], args["when"]) if "when" in args else None
    told["place"] = place(args, args["value"]) if "value" in args else None
    told["scope"] = args.get("scope", "incident")
    return told


def _when(value: str, text: str) -> When:
    """The day or days of `2031-05-04` or `2031-05-04/2031-05-06`."""
    first, _, last = value.partition("/")
    try:
        days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    except ValueError as problem:
        message = f"“{value}” is no day. Write it as 2031-05-04, or as 2031-05-04/2031-05-06 for several days."
        raise UnusableDecisionError(message) from problem
    if days[0] > days[1]:
        message = f"“{value}” ends before it begins. Write the first day first."
        raise UnusableDecisionError(message)
    return When(first=days[0], last=days[1], text=text, basis="stated")


def _set_text(claim: Claim, args: Args) -> Claim:
    value = None if args["value"] == _EMPTY else args["value"]
    changes: dict[str, Any] = {args["field"]: value}
    if args["field"] == "actor":
        changes["actor_known_as"] = None
    return msgspec.structs.replace(claim, **changes)


def _set_when(claim: Claim, args: Args) -> Claim:
    when = None if args["value"] == _EMPTY else _when(args["value"], claim.when.text if claim.when else args["value"])
    return msgspec.structs.replace(claim, when=when)


def _set_place(claim: Claim, args: Args) -> Claim:
    if args["value"] == _EMPTY:
        return msgspec.structs.replace(claim, place=None)
    return msgspec.structs.replace(claim, place=place(args, claim.place.text if claim.place else ""))


def _set_figure(claim: Claim, args: Args) -> Claim:
    return msgspec.structs.replace(claim, figure=None if args["value"] == _EMPTY else figure(args))


def _set_said(claim: Claim, args: Args) -> Claim:
    value: Any = None if args["value"] == _EMPTY else args["value"]
    changes: dict[str, Any] = {args["field"]: value}
    if args["field"] == "via":
        changes["via"] = tuple(part.strip() for part in (value or "").split(",") if part.strip())
    if args["field"] == "speaker":
        changes["known_as"] = None
    return msgspec.structs.replace(claim, said=msgspec.structs.replace(claim.said, **changes))


_SETTERS: Mapping[str, Callable[[Claim, Args], Claim]] = {
    **dict.fromkeys((*_TEXTS, *_WORDS), _set_text),
    **dict.fromkeys(("speaker", "via", "stance"), _set_said),
    "when": _set_when,
    "place": _set_place,
    "figure": _set_figure,
    RATING: lambda claim, _: claim,
}

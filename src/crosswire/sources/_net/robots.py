"""What a site asks of robots (RFC 9309): the longest rule counts, and `Allow` where two are as long."""

from dataclasses import dataclass

NAME = "crosswire"
_MOST_BYTES = 500_000  # as the RFC has it: more is not read
_LONGEST_PAUSE = 30.0  # seconds: a longer pause is not kept to
_Rule = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for us. `pause` is the seconds that the site asks for between two requests."""

    rules: tuple[_Rule, ...] = ()
    pause: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether `path` (with its query) may be fetched."""
        fitting = [(len(pattern), allow) for allow, pattern in self.rules if _fits(pattern, path)]
        return max(fitting)[1] if fitting else True


def read_robots(body: bytes) -> Robots:
    """The rules that `body`, a robots.txt, has for us: those of our name, else those of `*`."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    in_rules = False
    for line in body[:_MOST_BYTES].decode("utf-8", "replace").splitlines():
        key, colon, value = line.split("#", 1)[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            agents = [] if in_rules else agents
            agents.append(value.split("/")[0].strip().lower())
            groups.setdefault(agents[-1], [])
            in_rules = False
        elif colon and key in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for agent in agents:
                groups[agent].append((key, value))
    mine = groups.get(NAME, groups.get("*", []))
    rules = tuple((key == "allow", value) for key, value in mine if key != "crawl-delay" and value)
    return Robots(rules=rules, pause=max((_seconds(value) for key, value in mine if key == "crawl-delay"), default=0.0))


def _seconds(value: str) -> float:
    try:
        return min(max(float(value), 0.0), _LONGEST_PAUSE)
    except ValueError:
        return 0.0


def _fits(pattern: str, path: str) -> bool:
    """Whether `pattern` (`*` any characters, a final `$` the end) matches `path` from its start; no backtracking."""
    ends = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(rest):
        last = ends and number == len(rest) - 1
        found = path.rfind(piece, at) if last else path.find(piece, at)
        if found < 0 or (last and found + len(piece) != len(path)):
            return False
        at = found + len(piece)
    return not ends or at == len(path)

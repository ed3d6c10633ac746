"""`./cors measure`: look at the measures, score answers, weigh a change; needs no database."""

import argparse
import json
from typing import Any

from cors.config.commands.parts import Parts

REFUSED = 1


def add(parts: Parts) -> None:
    part = parts.add_parser("measure", help="the measures: list, show, score, change")
    kinds = part.add_subparsers(metavar="list|show|score|change", required=True)
    _one(kinds, "list", "every measure and whose it is", list_measures)
    show = _one(kinds, "show", "all that is known of a measure", show_measure)
    score = _one(kinds, "score", "score answers", score_answers)
    change = _one(kinds, "change", "say what a change of a score means", weigh_change)
    for each in (show, score, change):
        each.add_argument("key", metavar="KEY")
    score.add_argument(
        "--answers", required=True, metavar="'[0,1,null]'", help="in order, or by item; null skips"
    )
    change.add_argument("--before", required=True, type=float, metavar="X")
    change.add_argument("--after", required=True, type=float, metavar="Y")
    change.add_argument("--score", default="", help="which score, where there are several")


def _one(kinds: Any, name: str, says: str, run: Any) -> Any:
    part = kinds.add_parser(name, help=says)
    part.add_argument("--json", action="store_true", help="print JSON")
    part.set_defaults(run=run)
    return part


def list_measures(args: argparse.Namespace) -> int:
    """Print every measure, in the order of the screen."""
    from cors.catalogue.shipped import shipped
    from cors.measures.as_json import listed

    found = [listed(each) for each in shipped().measures.values()]
    lines = [f"{e['key']:24} {e['licence_class']}  {e['items']:3}  {e['name']}" for e in found]
    print(_json(found) if args.json else "\n".join(lines))
    return 0


def show_measure(args: argparse.Namespace) -> int:
    """Print all that the definition says; it is read best as JSON, so it is always that."""
    from cors.measures.as_json import shown

    print(_json(shown(_measure(args.key))))
    return 0


def score_answers(args: argparse.Namespace) -> int:
    """Print the scores; 1 with the item concerned for answers that can't be."""
    from cors.core.errors import Refused
    from cors.measures.as_json import scored
    from cors.measures.scoring import score

    definition = _measure(args.key)
    try:
        found = scored(definition, score(definition, _answers(args.answers)))
    except Refused as refused:
        return _refuse(refused)
    print(_json(found) if args.json else _scores_in_words(found))
    return 0


def weigh_change(args: argparse.Namespace) -> int:
    """Print what became of somebody; 1 for scores that can't be."""
    from cors.core.errors import Refused
    from cors.measures.as_json import changed

    try:
        found = changed(_measure(args.key), args.score, args.before, args.after)
    except Refused as refused:
        return _refuse(refused)
    words = found["class"] or found["note"]
    print(_json(found) if args.json else f"{found['points']:+g} points: {words}")
    return 0


def _measure(key: str) -> Any:
    from cors.catalogue.shipped import shipped
    from cors.core.errors import Refused

    known = shipped().measures
    if key not in known:
        raise Refused(f"There is no measure “{key}”. Choose one of: {', '.join(sorted(known))}.")
    return known[key]


def _answers(text: str) -> Any:
    from cors.core.errors import Refused

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list | dict):
        raise Refused("Write the answers as JSON, like [0,1,null].", field="answers")
    return found


def _refuse(refused: Any) -> int:
    print(_json({"error": refused.sentence, "item": refused.field}))
    return REFUSED


def _scores_in_words(found: dict[str, Any]) -> str:
    lines = []
    for key, each in found["scores"].items():
        value = "no score" if each["value"] is None else f"{each['value']:g}"
        words = ", ".join(f"{label} ({scheme})" for scheme, label in each["bands"].items())
        lines.append(
            f"{key}: {value}, {each['answered']} of {each['of']} answered. {words}".strip()
        )
    return "\n".join([*lines, *(rule["says"] for rule in found["risk"])])


def _json(found: Any) -> str:
    return json.dumps(found, indent=2, ensure_ascii=False, allow_nan=False)

"""A sum written in a definition file: + - * / min and max; nothing else runs."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import isfinite

LONGEST = 400
Numbers = Mapping[str, Fraction]
Ends = tuple[Fraction, Fraction]
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
CHOOSERS: dict[str, Callable[..., Fraction]] = {"min": min, "max": max}


class NotASum(ValueError):
    """The text is no sum that may stand here; the message says why."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked sum over names; a name stands once, so that its ends can be worked out exactly."""

    text: str
    names: tuple[str, ...]
    tree: ast.expr = field(repr=False, compare=False)

    def value(self, numbers: Numbers) -> Fraction:
        """Return what the sum gives; KeyError for a name without its number."""
        return _ends(self.tree, {name: (numbers[name],) * 2 for name in self.names})[0]

    def ends(self, ranges: Mapping[str, Ends]) -> Ends:
        """Return the lowest and the highest that the sum can give."""
        return _ends(self.tree, ranges)


def parsed(text: str) -> Expression:
    """Read a sum; names have underscores where keys have hyphens. Raises NotASum."""
    if len(text) > LONGEST:
        raise NotASum(f"is longer than {LONGEST} letters")
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError):
        raise NotASum("is no sum that can be read") from None
    names: list[str] = []
    _check(tree, names)
    for name in names:
        if names.count(name) > 1:
            raise NotASum(f"names {name} twice; each stands once")
    return Expression(text, tuple(names), tree)


def _check(node: ast.expr, names: list[str]) -> None:
    match node:
        case ast.Constant(value=int() | float() as number):
            if isinstance(number, bool) or not isfinite(number):
                raise NotASum("may hold ordinary numbers only")
        case ast.Name():
            names.append(node.id.replace("_", "-"))
        case ast.UnaryOp(op=ast.USub()):
            _check(node.operand, names)
        case ast.BinOp() if isinstance(node.op, OPERATORS):
            _check(node.left, names)
            _check_right(node, names)
        case ast.Call(func=ast.Name(id="min" | "max"), keywords=[]) if node.args:
            for argument in node.args:
                _check(argument, names)
        case _:
            raise NotASum("may hold numbers, items, + - * / and min and max, nothing else")


def _check_right(node: ast.BinOp, names: list[str]) -> None:
    if isinstance(node.op, ast.Div):
        divisor = node.right
        if not (isinstance(divisor, ast.Constant) and divisor.value):
            raise NotASum("may be divided by a number only, and not by 0")
    _check(node.right, names)


def _ends(node: ast.expr, ranges: Mapping[str, Ends]) -> Ends:
    """Work out both ends at once; one number is a range whose ends are the same."""
    match node:
        case ast.Name():
            return ranges[node.id.replace("_", "-")]
        case ast.UnaryOp():
            low, high = _ends(node.operand, ranges)
            return -high, -low
        case ast.Call(func=ast.Name(id=chooser)):
            inner = [_ends(argument, ranges) for argument in node.args]
            choose = CHOOSERS[chooser]
            return choose(each[0] for each in inner), choose(each[1] for each in inner)
        case ast.BinOp():
            return _combined(node.op, _ends(node.left, ranges), _ends(node.right, ranges))
    assert isinstance(node, ast.Constant)  # noqa: S101 - checked when it was read
    return (Fraction(str(node.value)),) * 2


def _combined(operator: ast.operator, left: Ends, right: Ends) -> Ends:
    if isinstance(operator, ast.Add):
        return left[0] + right[0], left[1] + right[1]
    if isinstance(operator, ast.Sub):
        return left[0] - right[1], left[1] - right[0]
    if isinstance(operator, ast.Mult):
        corners = [one * other for one in left for other in right]
    else:
        corners = [one / right[0] for one in left]
    return min(corners), max(corners)

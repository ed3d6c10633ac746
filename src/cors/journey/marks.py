"""The marks of the picture, each with a form of its own so that colour is never needed."""

from math import cos, pi, sin

from cors.journey.sheet import Box, Sheet, number, points

DUCK = (
    "M-13 -5.2C-15.6 -7.4 -15.4 -10 -14.4 -11C-11.8 -8.6 -8.4 -8 -4.8 -8.6C-1.8 -9.1 .6 -10.8 1.2"
    " -13.4C.4 -15 .3 -17 1.2 -18.8C3 -22 7.8 -22.2 9.8 -19.2C10.6 -18 10.8 -17 10.7 -16C12.4 -15.9"
    " 14.6 -15 15.4 -13.9C14.2 -12.6 11.8 -12.2 9.6 -12.6C9 -10.6 10.4 -8.6 10.6 -6C10.8 -2.6 7.4"
    " 1.4 1.6 2.2C-4.4 3 -10.6 .6 -13 -5.2Z"
)


def sun(sheet: Sheet, x: float, y: float, scale: float = 1) -> Box:
    """Draw a small success and return the place that it takes."""
    inner, outer = 6.1 * scale, 8.5 * scale
    rays = ""
    for eighth in range(8):
        across, up = cos(eighth * pi / 4), sin(eighth * pi / 4)
        start = (x + inner * across, y + inner * up)
        rays += points([start, (x + outer * across, y + outer * up)])
    sheet.path("marks", rays, "j-ray", stroke_width=1.7 * scale)
    sheet.circle("marks", x, y, 4.4 * scale, "j-sun", stroke_width=1.4 * scale)
    return Box(x - outer, y - outer, x + outer, y + outer)


def ring(sheet: Sheet, x: float, y: float, scale: float = 1) -> Box:
    """Draw the ring of a setback."""
    sheet.circle("marks", x, y, 5.2 * scale, "j-ring", stroke_width=1.9 * scale)
    reach = 6.2 * scale
    return Box(x - reach, y - reach, x + reach, y + reach)


def arrow_head(sheet: Sheet, x: float, y: float, scale: float = 1) -> Box:
    """Draw the point where somebody is back on track."""
    wing = 4.6 * scale
    along = [(x - wing, y + wing - 0.2), (x, y - 1.5 * scale), (x + wing, y + wing - 0.2)]
    sheet.path("marks", points(along), "j-arc", stroke_width=1.9 * scale)
    return Box(x - wing - 1, y - 2.5, x + wing + 1, y + wing + 1)


def pole(sheet: Sheet, x: float, foot: float, top: float) -> None:
    sheet.path("poles", f"M{number(x)} {number(foot)}V{number(top)}", "j-pole", stroke_width=1.6)


def swallow_tail(sheet: Sheet, x: float, top: float, to_right: bool, scale: float = 1) -> None:
    """Draw the filled flag of a hard outcome, with its tick."""
    way, deep = (1 if to_right else -1), 6 * scale
    long, notch = 17 * scale * way, 4.5 * scale * way
    shape = f"M{number(x)} {number(top)}" + "".join(
        f"l{number(a)} {number(b)}" for a, b in ((long, 0), (-notch, deep), (notch, deep))
    )
    sheet.path("marks", f"{shape}h{number(-long)}z", "j-flag")
    start = x + (3.4 if to_right else -8.6) * scale
    tick = _tick(start, top + deep, scale * 0.8, bool(sheet.mirror))
    sheet.path("dots", tick, "j-on-flag", stroke_width=1.7 * scale)


def pennant(sheet: Sheet, x: float, top: float, to_right: bool, scale: float = 1) -> None:
    """Draw the hollow pennant of a step on a ladder."""
    long = 15 * scale * (1 if to_right else -1)
    half = number(6.5 * scale)
    shape = f"M{number(x)} {number(top)}l{number(long)} {half}l{number(-long)} {half}z"
    sheet.path("marks", shape, "j-pennant", stroke_width=1.5)


def check(sheet: Sheet, x: float, y: float, scale: float = 1) -> None:
    """Draw a tick before the words that say what is settled."""
    sheet.path("dots", _tick(x, y, scale, bool(sheet.mirror)), "j-check", stroke_width=1.9)


def _tick(x: float, y: float, scale: float, turned: bool) -> str:
    """Return a tick; on a sheet that is read from right to left it keeps its form."""
    legs = ((2.6, 3.2), (5, -6.6))
    if turned:
        x, legs = x + 7.6 * scale, ((-2.6, 3.2), (-5, -6.6))
    turns = "".join(f"l{number(a * scale)} {number(b * scale)}" for a, b in legs)
    return f"M{number(x)} {number(y)}{turns}"


def knot(sheet: Sheet, x: float, y: float) -> Box:
    """Draw the knot of a tie on the goal that it holds back."""
    box = Box(x - 4, y - 4, x + 4, y + 4)
    sheet.rect("knots", box, "j-knot")
    return box


def badge(sheet: Sheet, x: float, y: float, letter: str, size: float = 12) -> None:
    """Draw the letter of a goal in its ring."""
    sheet.circle("dots", x, y, 9, "j-badge", stroke_width=1.2)
    fitting = size if len(letter) == 1 else 11
    sheet.text(x, y + 4.2, letter, fitting, "j-ink", 700, "middle")


def way(sheet: Sheet, x: float, y: float) -> None:
    """Draw three steps in the place of a letter, for what belongs to no one goal."""
    for step in (-6, 0, 6):
        sheet.circle("dots", x + step, y, 2.1, "j-eye")


def quote(sheet: Sheet, x: float, y: float) -> None:
    """Draw an opening quotation mark, as it stands before words: this goal got new ones."""
    for left in (x - 4.2, x + 1):
        tail = f"M{number(left + 3.2)} {number(y - 9)}q-3.4 2.2-3.2 6.4"
        sheet.path("marks", tail, "j-quote", stroke_width=1.5)
        sheet.circle("marks", left + 1.7, y - 2.6, 1.9, "j-work")


def duck(sheet: Sheet, x: float, y: float, scale: float = 1) -> None:
    """Draw the duck that swims where today is."""
    parts = (
        sheet.element("path", "j-duck", d=DUCK, stroke_width=1.3),
        sheet.element("circle", "j-eye", cx=6.3, cy=-17.2, r=1.2),
        sheet.element("path", "j-wing", d="M-7.6 -4.4C-4.6 -1.6 1 -1.6 4 -5.4", stroke_width=1.1),
    )
    move = f"translate({number(x)} {number(y)})" + (f" scale({scale:g})" if scale != 1 else "")
    sheet.draw("dots", "g", "j-bird", "".join(parts), transform=move)


def band(sheet: Sheet, box: Box, is_open: bool) -> None:
    """Draw what stands in the way; one that is still here has no end."""
    if not is_open:
        sheet.rect("bands", box, "j-band", rx=3)
        sheet.rect("bands", box, "j-edge", rx=3, stroke_width=1.25)
        return
    left, top, right = number(box.left + 3), number(box.top), number(box.right)
    edge = f"M{right} {top}H{left}q-3 0-3 3v{number(box.bottom - box.top - 6)}q0 3 3 3H{right}"
    sheet.path("bands", edge + "z", "j-band")
    sheet.path("bands", edge, "j-edge", stroke_width=1.25)


def stroke(sheet: Sheet, left: float, right: float, middle: float, high: float) -> None:
    """Draw the work of one month; the higher, the more sessions."""
    box = Box(left, middle - high / 2, max(right, left + 2), middle + high / 2)
    sheet.rect("bands", box, "j-work", rx=min(1.5, high / 2))

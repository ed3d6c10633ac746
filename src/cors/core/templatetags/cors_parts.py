"""Parts of pages that need a sum or a drawing; parts that are only words are includes."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms, template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from cors.core import span as spans
from cors.core import spark as sparks
from cors.core.drawings import DUCK, ICONS, MARKS
from cors.core.forms.form import problems

register = template.Library()


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """Draw an icon; KeyError for a name that is not drawn."""
    return format_html(
        '<svg class="icon {}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        classes,
        mark_safe(ICONS[name]),  # noqa: S308  our own drawings
    )


@register.simple_tag
def mark(name: str, classes: str = "") -> SafeString:
    """Draw a moment mark; a word always stands beside it."""
    return format_html(
        '<svg class="mark {}" viewBox="0 0 22 22" aria-hidden="true">{}</svg>',
        classes,
        mark_safe(MARKS[name]),  # noqa: S308  our own drawings
    )


@register.simple_tag
def duck(width: int = 48) -> SafeString:
    """Draw the duck, two thirds as high as wide."""
    return format_html(
        '<svg class="duck" width="{}" height="{}" viewBox="0 0 48 32" aria-hidden="true">{}</svg>',
        width,
        width * 2 // 3,
        mark_safe(DUCK),  # noqa: S308  our own drawing
    )


@register.simple_tag
def spark(
    ratings: Iterable[float],
    width: int = 150,
    height: int = 46,
    dips: Iterable[int] = (),
    wins: Iterable[int] = (),
    label: str = "",
) -> SafeString:
    """Draw a line of ratings, oldest first; nothing where there are none.

    Thirty stand on one page, so it is no template of its own: that takes three times as long.
    """
    found: Sequence[float] = list(ratings or ())
    if not found:
        return SafeString("")
    line = sparks.line(found, width, height, dips or (), wins or ())
    dots = ((dot.kind, dot.x, dot.y, "4" if dot.kind == "now" else "3.5") for dot in line.marked)
    size = (line.width, line.height) * 2
    return format_html(
        '<svg class="spark" width="{}" height="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<path class="base" d="M0 {}H{}"/><polyline class="run" points="{}"/>{}</svg>',
        *size, label or sparks.in_words(found), line.base, line.width, line.points,
        format_html_join("", '<circle class="{}" cx="{}" cy="{}" r="{}"/>', dots),
    )  # fmt: skip


@register.inclusion_tag("core/components/span_line.html")
def span_line(
    then: float | None,
    now: float | None,
    other: float | None = None,
    then_word: str = "then",
    now_word: str = "now",
    other_word: str = "worker",
    low: str = "not at all",
    high: str = "there",
) -> dict[str, Any]:
    """Draw then and now on one line, and another person's view as a square."""
    if then is None and now is None and other is None:
        return {}
    drawn = spans.span(then, now, other, (then_word, now_word, other_word))
    return {"span": drawn, "label": spans.in_words(drawn), "low": low, "high": high}


@register.inclusion_tag("core/components/error_summary.html")
def error_summary(*listed: "forms.BaseForm | forms.BaseFormSet[Any]") -> dict[str, Any]:
    """List what has to be put right in one or more forms and sets of forms."""
    return {"problems": [problem for form in listed if form for problem in _problems(form)]}


def _problems(form: "forms.BaseForm | forms.BaseFormSet[Any]") -> Iterable[Any]:
    if isinstance(form, forms.BaseForm):
        return list(problems(form)) if form.is_bound else []
    return [problem for each in form.forms for problem in _problems(each)]


@register.filter
def of_hundred(part: float, whole: float) -> float:
    """Return a part as per cent of a whole for drawing a bar, at most 100."""
    return round(min(100.0, 100 * part / whole), 1) if whole else 0.0


@register.filter
def figure_words(number: int) -> str:
    """Return a count as a word up to nine, as headings say it."""
    words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"]
    return words[number] if 0 <= number < len(words) else str(number)


@register.filter
def from_zero(last: int) -> range:
    """Return the numbers from 0 to this one."""
    return range(last + 1)

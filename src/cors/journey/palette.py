"""What each class of the picture is painted with: tokens on a page, plain colours in print."""

LIGHT = {
    "sand": "#f8f6ef",
    "ink": "#093139",
    "ink-soft": "#3e5b62",
    "water": "#026771",
    "shallow": "#d9f0f1",
    "line": "#ded9ce",
    "edge": "#667f85",
    "sun": "#f0b13f",
    "sun-ink": "#7e4f0c",
    "sun-pale": "#fbeed0",
    "stone": "#6a5a50",
    "stone-pale": "#e9e2d9",
    "reed": "#296a3b",
}

DARK = {
    "sand": "#0c1b1f",
    "ink": "#eeebe2",
    "ink-soft": "#abbfc0",
    "water": "#71d0d2",
    "shallow": "#0d2f35",
    "line": "#2f4145",
    "edge": "#769296",
    "sun": "#f2ba53",
    "sun-ink": "#f5ca7a",
    "sun-pale": "#3e2e18",
    "stone": "#c1b5a9",
    "stone-pale": "#3c352f",
    "reed": "#82cf93",
}

PAINT: dict[str, dict[str, str]] = {
    "j-page": {"fill": "sand"},
    "j-under": {"fill": "shallow"},
    "j-ink": {"fill": "ink"},
    "j-soft": {"fill": "ink-soft"},
    "j-halo": {"paint-order": "stroke", "stroke": "sand", "stroke-width": "3"},
    "j-halo-under": {"paint-order": "stroke", "stroke": "shallow", "stroke-width": "3"},
    "j-fog": {"fill": "shallow"},
    "j-cap": {"fill": "ink-soft"},
    "j-planned": {"fill": "none", "stroke": "ink-soft", "stroke-dasharray": "3 4"},
    "j-hair": {"fill": "none", "stroke": "line"},
    "j-hair-under": {"fill": "none", "stroke": "edge", "stroke-opacity": "0.45"},
    "j-glow": {"fill": "sun-pale"},
    "j-line": {
        "fill": "none",
        "stroke": "ink",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    },
    "j-gap": {"stroke-dasharray": "2 6"},
    "j-dot": {"fill": "ink", "stroke": "sand"},
    "j-square": {"fill": "ink", "stroke": "shallow"},
    "j-base": {
        "fill": "none",
        "stroke": "ink-soft",
        "stroke-dasharray": "1 4",
        "stroke-linecap": "round",
    },
    "j-chance": {"fill": "stone-pale", "fill-opacity": "0.6"},
    "j-expected": {"fill": "none", "stroke": "water", "stroke-linejoin": "round"},
    "j-ray": {"fill": "none", "stroke": "sun-ink", "stroke-linecap": "round"},
    "j-sun": {"fill": "sun", "stroke": "sun-ink"},
    "j-ring": {"fill": "sand", "stroke": "ink"},
    "j-empty": {"fill": "sand", "stroke": "ink", "stroke-dasharray": "2.5 3"},
    "j-arc": {
        "fill": "none",
        "stroke": "ink",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    },
    "j-open": {"stroke-dasharray": "3 5"},
    "j-pole": {"fill": "none", "stroke": "reed"},
    "j-flag": {"fill": "reed"},
    "j-pennant": {"fill": "sand", "stroke": "reed", "stroke-linejoin": "round"},
    "j-on-flag": {
        "fill": "none",
        "stroke": "sand",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    },
    "j-check": {
        "fill": "none",
        "stroke": "reed",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    },
    "j-water": {"fill": "none", "stroke": "water"},
    "j-today": {
        "fill": "none",
        "stroke": "water",
        "stroke-dasharray": "1 4",
        "stroke-linecap": "round",
    },
    "j-tie": {"fill": "none", "stroke": "stone"},
    "j-knot": {"fill": "stone"},
    "j-band": {"fill": "stone-pale"},
    "j-edge": {
        "fill": "none",
        "stroke": "stone",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    },
    "j-work": {"fill": "water"},
    "j-quote": {"fill": "none", "stroke": "water", "stroke-linecap": "round"},
    "j-new": {"fill": "none", "stroke": "ink-soft", "stroke-dasharray": "2 3"},
    "j-leader": {"fill": "none", "stroke": "ink-soft"},
    "j-badge": {"fill": "sand", "stroke": "ink-soft"},
    "j-duck": {"fill": "sun", "stroke": "ink", "stroke-linejoin": "round"},
    "j-eye": {"fill": "ink"},
    "j-wing": {"fill": "none", "stroke": "ink", "stroke-linecap": "round"},
    "j-words": {"unicode-bidi": "plaintext"},
    "j-num": {"font-variant-numeric": "tabular-nums"},
}


def painted(classes: str, *, night: bool = False) -> dict[str, str]:
    """Return what the classes say as attributes with plain colours, for print or by night."""
    colours = DARK if night else LIGHT
    found: dict[str, str] = {}
    for name in classes.split():
        found |= {key: colours.get(value, value) for key, value in PAINT.get(name, {}).items()}
    return found


def rule(name: str) -> str:
    """Return the rule of a class as it stands in the style sheet of the page."""
    said = "; ".join(
        f"{key}: {f'var(--{value})' if value in LIGHT else value}"
        for key, value in PAINT[name].items()
    )
    return f".{name} {{ {said}; }}"

"""Figures of change as plain text. Pure: no Django."""

from cors.reports.change_figures import ChangeFigures, GroupFigures, PairedFigures

UNKNOWN = "–"


def table_of(figures: ChangeFigures) -> str:
    """Return the figures as lines to read; what can't be computed is a dash."""
    reliable = figures["reliable_change"]
    lines = [f"Change on {figures['measure']}, {figures['organisation']}"]
    for group in figures["groups"]:
        lines += ["", *_group(group)]
    if reliable["threshold"] is not None:
        lines += [
            "",
            f"Improved and worse: by more than {_number(reliable['threshold'])} points "
            f"(SD of first scores {_number(reliable['sd'])}, "
            f"reliability {reliable['reliability']}).",
            f"Source of the reliability: {reliable['source']}",
        ]
    return "\n".join([*lines, "", figures["note"]])


def _group(group: GroupFigures) -> list[str]:
    width = max([len(wave["label"]) for wave in group["waves"]], default=0)
    waves = [
        f"  {wave['label']:<{width}}  n {wave['n']:>4}  missing {wave['missing']:>4}  "
        f"mean {_number(wave['mean']):>7}  SD {_number(wave['sd']):>7}"
        for wave in group["waves"]
    ]
    return [f"{group['group']}: {group['eligible']} eligible", *waves, *_paired(group["paired"])]


def _paired(paired: PairedFigures) -> list[str]:
    ends = paired["ci95"]
    interval = f"{ends[0]:+.2f} to {ends[1]:+.2f}" if ends else UNKNOWN
    mean = paired["mean_change"]
    return [
        f"  first to latest score: {paired['n']} people, mean change "
        f"{UNKNOWN if mean is None else f'{mean:+.2f}'} (95 % interval {interval}), plus is good",
        f"  improved {_count(paired['improved'])}, no change {_count(paired['no_change'])}, "
        f"worse {_count(paired['worse'])}",
    ]


def _number(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:.2f}"


def _count(value: int | None) -> str:
    return UNKNOWN if value is None else str(value)

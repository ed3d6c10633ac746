"""What came of a soak, as numbers, as a table, and whether it is good."""

from dataclasses import asdict, dataclass

from cors.config.soak.load import Course
from cors.config.soak.sums import drift, percentile, slope
from cors.config.soak.watch import Reading

MOST_SLOPE, MOST_DRIFT, MOST_WAL = 0.2, 0.10, 64.0
WARM_UP = 0.25  # of the time: caches fill, threads take their first memory


@dataclass(frozen=True)
class Soak:
    """The figures of one soak; times in milliseconds, memory in megabytes a minute."""

    minutes: float
    requests: int
    failed: int
    p95_ms: float
    drift: float
    rss_mb: float
    slope_mb: float
    files: int
    files_slope: float
    wal_mb: float
    load: float

    @property
    def is_good(self) -> bool:
        """Say whether memory, speed, log and answers are within what is allowed."""
        steady = self.slope_mb <= MOST_SLOPE and self.drift <= MOST_DRIFT
        return steady and self.wal_mb <= MOST_WAL and self.failed == 0

    def as_dict(self) -> dict[str, object]:
        return asdict(self) | {"is_good": self.is_good}


def soak_of(course: Course, minutes: float) -> Soak:
    """Work the figures out; memory and speed once it is warm."""
    warm = _warm(course.readings, minutes)
    times = [took for took, _ in course.took]
    at = [reading.minute for reading in warm]
    return Soak(
        minutes=minutes,
        requests=len(times),
        failed=sum(1 for _, status in course.took if not 200 <= status < 400),
        p95_ms=percentile(times, 0.95),
        drift=drift(times[int(len(times) * WARM_UP) :]),
        rss_mb=max((reading.rss_mb for reading in course.readings), default=0.0),
        slope_mb=slope(at, [reading.rss_mb for reading in warm]),
        files=max((reading.files for reading in course.readings), default=0),
        files_slope=slope(at, [reading.files for reading in warm]),
        wal_mb=max((reading.wal_mb for reading in course.readings), default=0.0),
        load=max((reading.load for reading in course.readings), default=0.0),
    )


def _warm(readings: list[Reading], minutes: float) -> list[Reading]:
    return [reading for reading in readings if reading.minute >= minutes * WARM_UP]


def as_table(soak: Soak) -> str:
    """Return the figures as a table in Markdown, with what is allowed."""
    rows = [
        ("requests", f"{soak.requests} in {soak.minutes:g} minutes", ""),
        ("failed", f"{soak.failed}", "0"),
        ("p95", f"{soak.p95_ms:.0f} ms", ""),
        ("p95, last fifth to first", f"{soak.drift:+.0%}", f"+{MOST_DRIFT:.0%}"),
        ("memory", f"{soak.rss_mb:.0f} MB at most", ""),
        ("memory grows", f"{soak.slope_mb:+.2f} MB a minute", f"+{MOST_SLOPE} MB a minute"),
        ("open files", f"{soak.files} at most, {soak.files_slope:+.1f} a minute", ""),
        ("write-ahead log", f"{soak.wal_mb:.1f} MB at most", f"{MOST_WAL:.0f} MB"),
        ("load of the machine", f"{soak.load:.1f} at most", ""),
    ]
    lines = [("What", "Measured", "At most"), ("---", "---", "---"), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)

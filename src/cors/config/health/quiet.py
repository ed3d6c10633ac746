"""The addresses of probes, and silence about them: they ask every few seconds."""

import logging

LIVE, READY, METRICS = "/health/live", "/health/ready", "/metrics"
PROBES = (LIVE, READY, METRICS)


class NoProbes(logging.Filter):
    """Keeps what probes were told out of the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(getattr(record, "request", None), "path", None) not in PROBES

"""Keys, data and backups on the disk: where they lie and who may read them."""

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from cors.config.doctor.finding import Finding

LEAST_ROOM = 1024**3
LEAST_SHARE = 0.05


def keys_beside_data() -> Iterator[Finding]:
    keys, data, served = (
        Path(folder).resolve()
        for folder in (settings.CORS_KEYS, settings.CORS_VAR, settings.STATIC_ROOT)
    )
    do = "Stop the server, move the folder elsewhere, and set CORS_KEYS to it."
    if _is_within(keys, served):
        yield Finding("keys-served", f"The keys in {keys} lie where browsers may fetch files.", do)
    elif _is_within(keys, data) or _is_within(data, keys):
        yield Finding(
            "keys-beside-data", f"The keys in {keys} are copied along with the data in {data}.", do
        )


def open_to_others() -> Iterator[Finding]:
    for path in _private():
        if path.exists() and (mode := stat.S_IMODE(path.stat().st_mode)) & 0o077:
            letters = "go-rwx"
            yield Finding(
                "file-modes",
                f"{path} may be read by others on this machine (mode {mode:04o}).",
                f"Run: chmod {letters} {path}",
            )


def disk_nearly_full() -> Iterator[Finding]:
    for folder in filter(None, (settings.CORS_VAR, settings.CORS_BACKUPS)):
        if not Path(folder).exists():
            continue
        disk = shutil.disk_usage(folder)
        if disk.free < LEAST_ROOM or disk.free < disk.total * LEAST_SHARE:
            yield Finding(
                "disk-nearly-full",
                f"Only {disk.free // 1024**2} MB are left on the disk of {folder}.",
                "Make room there, or move the folder to a larger disk.",
            )


def _private() -> list[Path]:
    keys, data = Path(settings.CORS_KEYS), Path(settings.CORS_VAR)
    found = [keys, data, *sorted(keys.glob("*")), settings.CORS_LEDGER]
    return found + sorted(data.glob("*.sqlite3*")) + _backups()


def _backups() -> list[Path]:
    folder = settings.CORS_BACKUPS
    return sorted(Path(folder).glob("*.backup")) if folder else []


def _is_within(inner: Path, outer: Path) -> bool:
    return inner == outer or outer in inner.parents

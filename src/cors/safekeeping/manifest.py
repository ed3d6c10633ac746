"""What a backup says of itself."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from cors.core.errors import Refused
from cors.safekeeping.tables.digest import TableDigest

MANIFEST = "manifest.json"
FORMAT = 1


@dataclass(frozen=True)
class Member:
    """A file in the backup."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """When and from what a backup was made, and what it holds."""

    created_at: datetime
    version: str
    database: str
    migrations: list[str]
    tables: dict[str, TableDigest]
    members: dict[str, Member]

    def written(self) -> bytes:
        """Return the manifest as JSON."""
        words = asdict(self) | {"format": FORMAT, "created_at": self.created_at.isoformat()}
        return json.dumps(words, indent=1, sort_keys=True).encode()

    @classmethod
    def read(cls, path: Path, name: str) -> "Manifest":
        """Read a manifest; Refused when it is not there or of another format."""
        try:
            found = json.loads(path.read_bytes())
            if found["format"] != FORMAT:
                raise Refused(f"{name} has a format that is not known here. Use a newer CORS.")
            return cls(
                created_at=datetime.fromisoformat(found["created_at"]),
                version=found["version"],
                database=found["database"],
                migrations=found["migrations"],
                tables={key: TableDigest(**each) for key, each in found["tables"].items()},
                members={key: Member(**each) for key, each in found["members"].items()},
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise Refused(f"{name} has no manifest. Use another copy of it.") from None

"""A short mark of anything that was drawn or written: equal things bear the same one."""

import hashlib
import json
from typing import Any


def digest(found: Any) -> str:
    text = json.dumps(found, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]

"""Finding sealed names: keyed, truncated hashes of folded prefixes; the names stay sealed."""

import hashlib
import hmac
import unicodedata

SHORTEST_PREFIX = 3
LONGEST_PREFIX = 12
TOKEN_BYTES = 8


def fold(text: str) -> str:
    """Lower a text to plain letters, digits and single spaces: `Zoë O'Neill` → `zoe oneill`."""
    plain = unicodedata.normalize("NFKD", text)  # some signs become large letters only here
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    kept = "".join(c if c.isalnum() else " " if c.isspace() or c == "-" else "" for c in decomposed)
    return " ".join(kept.split())


def token(text: str, *, key: bytes) -> bytes:
    """Return the keyed hash of one folded text, 8 bytes."""
    return hmac.new(key, text.encode(), hashlib.sha256).digest()[:TOKEN_BYTES]


def prefixes(name: str) -> set[str]:
    """Return the folded prefixes (3 to 12 letters) of each word, and short words whole."""
    found: set[str] = set()
    for word in fold(name).split():
        if len(word) < SHORTEST_PREFIX:
            found.add(word)
        longest = min(len(word), LONGEST_PREFIX)
        found.update(word[:size] for size in range(SHORTEST_PREFIX, longest + 1))
    return found


def name_tokens(name: str, *, key: bytes) -> set[bytes]:
    """Return the tokens under which a name is found."""
    return {token(prefix, key=key) for prefix in prefixes(name)}


def search_tokens(query: str, *, key: bytes) -> list[bytes]:
    """Return one token for each word typed; a person must match all of them."""
    return [token(word[:LONGEST_PREFIX], key=key) for word in fold(query).split()]

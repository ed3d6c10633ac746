"""What ends a start: one sentence for the person at the keyboard."""

import errno

SENTENCES = {
    errno.ENOSPC: "The disk is full: free about 1 GB, then start again.",
    errno.EDQUOT: "Your share of the disk is full: free about 1 GB, then start again.",
    errno.EROFS: "{path} can't be written to: copy CORS to a folder of your own, "
    "or name one in CORS_VENV, then start again.",
}
SENTENCES[errno.EACCES] = SENTENCES[errno.EPERM] = SENTENCES[errno.EROFS]


class Stop(Exception):
    """Says what stands in the way and what to do about it."""


def stop_for(error: OSError, path: object) -> Stop:
    """Turn a refusal of the file system into a sentence."""
    sentence = SENTENCES.get(error.errno or 0, "{path} can't be prepared: {error}.")
    return Stop(sentence.format(path=path, error=error.strerror or error))


def stop_for_output(output: str, what: str) -> Stop:
    """Turn what an installer printed into a sentence."""
    words = output.lower()
    if "no space left" in words or "disk quota" in words:
        return Stop(SENTENCES[errno.ENOSPC])
    if "permission denied" in words or "read-only file system" in words:
        return Stop(SENTENCES[errno.EROFS].format(path="The environment"))
    if any(
        sign in words for sign in ("hash mismatch", "hashes are required", "do not match the h")
    ):
        return Stop(
            f"{what} could not be installed: the index handed out something other than what CORS "
            "was built with. Check PIP_INDEX_URL, or ask whoever runs the index."
        )
    if any(sign in words for sign in UNREACHABLE):
        return Stop(
            f"{what} could not be fetched: no package index that this machine knows handed it out. "
            "Connect to the internet, or name an index in PIP_INDEX_URL, then start again."
        )
    last = [line.strip() for line in output.splitlines() if line.strip()][-1:] or [
        "no reason given"
    ]
    return Stop(f"{what} could not be installed: {last[0]}")


UNREACHABLE = (
    "error sending request",
    "failed to fetch",
    "connection",
    "timed out",
    "name resolution",
    "name or service not known",
    "no matching distribution",
    "not found in the package registry",
    "network connectivity is disabled",
)

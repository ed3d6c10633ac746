"""Small sounds for tests."""

import math
import wave
from pathlib import Path
from struct import pack

RATE = 8_000


def a_wav(path: Path, *, seconds: float = 2.0, loud: float = 0.2) -> Path:
    """Write a tone of 440 hertz."""
    frames = b"".join(
        pack("<h", int(32_000 * loud * math.sin(n * 440 * 2 * math.pi / RATE)))
        for n in range(int(seconds * RATE))
    )
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames)
    return path

"""Pages of the library."""

from cors.library.views import ask, know, library, listen, write

__all__ = ["ask", "know", "library", "listen", "write"]

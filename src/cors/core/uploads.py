"""Files that are sent in: written to disk as they come, and none larger than can be taken."""

from typing import Any

from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

MOST_BYTES = 200 * 1024 * 1024
TOO_LARGE = "file_too_large"


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Streams to a temporary file, and stops at the bound; the view then finds no file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.taken += len(raw_data)
        if self.taken > MOST_BYTES:
            if self.request is not None:
                setattr(self.request, TOO_LARGE, True)
            raise StopUpload(connection_reset=False)
        super().receive_data_chunk(raw_data, start)

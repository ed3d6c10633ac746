"""The application that the server calls; it does not start over an unsafe database."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cors.config.settings")
application = get_wsgi_application()

from cors.config.prepare import faults  # noqa: E402 - after Django is loaded

if found := faults():
    raise SystemExit(" ".join(found))

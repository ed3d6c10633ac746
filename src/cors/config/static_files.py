"""Static files under names that carry their content's hash; an unknown name still shows."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Hashed names once collected; plain names before (tests, a first start)."""

    manifest_strict = False

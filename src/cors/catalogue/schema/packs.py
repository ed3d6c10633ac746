"""Measures come in packs: a folder with its own licence file, and who may use what is in it."""

from dataclasses import dataclass
from pathlib import Path

from cors.catalogue.schema.entries import Entry
from cors.catalogue.schema.lists import common
from cors.catalogue.schema.measure import LicenceClass, MeasureDefinition
from cors.catalogue.schema.mistakes import one_of
from cors.catalogue.schema.table import Table

PACK_FILE, LICENCE_FILE = "pack.toml", "LICENCE.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack(Entry):
    """Measures on like terms; `noncommercial`: only for who has said to make no profit."""

    version: str
    classes: tuple[LicenceClass, ...]
    noncommercial: bool


def read_pack(file: Table, folder: Path, place: int) -> Pack:
    """Read what a folder says of itself; it must hold the licence of what is in it."""
    allowed = [letter.value for letter in LicenceClass]
    letters = file.references("classes", allowed, "a licence class")
    pack = Pack(
        **common(file, folder.name, place),
        version=file.text("version"),
        classes=tuple(LicenceClass(each) for each in letters if each in allowed),
        noncommercial=file.flag("noncommercial", False),
    )
    file.close()
    if not (folder / LICENCE_FILE).is_file():
        file.wrong("", f"stands without the file {LICENCE_FILE} beside it")
    return pack


def check_fits(file: Table, definition: MeasureDefinition, pack: Pack) -> None:
    """Note a measure whose licence is not one that its pack may hold."""
    letters = [letter.value for letter in pack.classes]
    if pack.classes and definition.licence.letter not in pack.classes:
        file.wrong("licence.class", f"is not one of this pack; {one_of(letters)}")
    if pack.noncommercial and not definition.licence.noncommercial:
        file.wrong("licence.noncommercial", "must be true in a pack that is not for profit")

"""The shipped catalogue: read once from the definition files, frozen, the same for everybody."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from cors.catalogue.schema import entries, lists
from cors.catalogue.schema.code_lists import read_code_list
from cors.catalogue.schema.entries import Entry
from cors.catalogue.schema.measure import MeasureDefinition
from cors.catalogue.schema.measure_file import read_measure
from cors.catalogue.schema.mistakes import BrokenDefinitions, Mistake, one_of
from cors.catalogue.schema.outcomes import Known, read_outcomes
from cors.catalogue.schema.packs import PACK_FILE, Pack, check_fits, read_pack
from cors.catalogue.schema.table import Table
from cors.catalogue.schema.toml_file import read_toml

DEFINITIONS = Path(__file__).parent / "definitions"

# A kind is what a record or an organisation's own entry names; its list is the field below.
KINDS = MappingProxyType(
    {
        "life_area": "life_areas",
        "barrier_type": "barrier_types",
        "intervention_type": "intervention_types",
        "outcome_type": "outcome_types",
        "ladder": "ladders",
        "contact_kind": "contact_kinds",
        "contact_result": "contact_results",
        "ending_reason": "ending_reasons",
        "referral_source": "referral_sources",
        "evidence_kind": "evidence_kinds",
        "goal_source": "goal_sources",
        "client_word": "client_words",
        "code_list": "code_lists",
        "measure": "measures",
    }
)
MEASURES = "measures"
FOLDERS = ("code_lists", MEASURES)
LIST_FILES = tuple(f"{name}.toml" for name in KINDS.values() if name not in FOLDERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """Every list by the stable keys of its entries, in the order of the screen."""

    life_areas: Mapping[str, entries.LifeArea]
    barrier_types: Mapping[str, entries.BarrierType]
    intervention_types: Mapping[str, entries.InterventionType]
    outcome_types: Mapping[str, entries.OutcomeType]
    ladders: Mapping[str, entries.Ladder]
    contact_kinds: Mapping[str, entries.ContactKind]
    contact_results: Mapping[str, entries.ContactResult]
    ending_reasons: Mapping[str, entries.EndingReason]
    referral_sources: Mapping[str, entries.ReferralSource]
    evidence_kinds: Mapping[str, entries.EvidenceKind]
    goal_sources: Mapping[str, entries.GoalSource]
    client_words: Mapping[str, entries.ClientWord]
    code_lists: Mapping[str, entries.CodeList]
    measures: Mapping[str, MeasureDefinition]
    packs: Mapping[str, Pack]

    def entries(self, kind: str) -> Mapping[str, Entry]:
        """Return the list of a kind, e.g. "barrier_type"; KeyError names the kinds there are."""
        if kind not in KINDS:
            raise KeyError(f"{kind} is no kind of entry; {one_of(tuple(KINDS))}")
        found: Mapping[str, Entry] = getattr(self, KINDS[kind])
        return found


@cache
def shipped() -> Shipped:
    """Return the shipped catalogue, read on the first call."""
    return load()


def load(folder: Path = DEFINITIONS) -> Shipped:
    """Read a folder of definitions; BrokenDefinitions lists all that is to be mended."""
    found, mistakes = _read(folder)
    if mistakes:
        raise BrokenDefinitions(mistakes)
    return found


def check_definitions(folder: Path = DEFINITIONS) -> list[Mistake]:
    """Return every mistake in a folder of definitions."""
    return _read(folder)[1]


def _read(folder: Path) -> tuple[Shipped, list[Mistake]]:
    mistakes: list[Mistake] = []
    _refuse_strangers(folder, mistakes)
    file = {name: read_toml(folder / name, name, mistakes) for name in LIST_FILES}
    areas = lists.read_list(file["life_areas.toml"], lists.read_life_area)
    evidence = lists.read_list(file["evidence_kinds.toml"], lists.read_evidence_kind)
    results = lists.read_list(file["contact_results.toml"], lists.read_contact_result)
    outcomes, ladders = read_outcomes(
        file["outcome_types.toml"], file["ladders.toml"], Known(areas, evidence)
    )
    packs = _packs(folder / MEASURES, mistakes)
    found = Shipped(
        life_areas=areas,
        barrier_types=lists.read_list(file["barrier_types.toml"], lists.barrier_reader(areas)),
        intervention_types=lists.read_list(
            file["intervention_types.toml"], lists.intervention_reader(areas)
        ),
        outcome_types=outcomes,
        ladders=ladders,
        contact_kinds=lists.read_list(file["contact_kinds.toml"], lists.contact_reader(results)),
        contact_results=results,
        ending_reasons=lists.read_list(file["ending_reasons.toml"], lists.read_ending_reason),
        referral_sources=lists.read_list(file["referral_sources.toml"], lists.read_referral_source),
        evidence_kinds=evidence,
        goal_sources=lists.read_list(file["goal_sources.toml"], lists.read_goal_source),
        client_words=lists.read_list(file["client_words.toml"], lists.read_client_word),
        code_lists=_code_lists(folder, mistakes),
        measures=_measures(folder, packs, mistakes),
        packs=packs,
    )
    return found, sorted(mistakes)


def _code_lists(folder: Path, mistakes: list[Mistake]) -> Mapping[str, entries.CodeList]:
    files = enumerate(_folder(folder, "code_lists", mistakes), start=1)
    found = [read_code_list(file, name, place) for place, (name, file) in files]
    return MappingProxyType({each.key: each for each in sorted(found, key=_place)})


def _packs(folder: Path, mistakes: list[Mistake]) -> Mapping[str, Pack]:
    found = {}
    for place, path in enumerate(sorted(each for each in folder.iterdir() if each.is_dir()), 1):
        file = read_toml(path / PACK_FILE, f"{MEASURES}/{path.name}/{PACK_FILE}", mistakes)
        if file.readable:
            found[path.name] = read_pack(file, path, place)
    return MappingProxyType({each.key: each for each in sorted(found.values(), key=_place)})


def _measures(
    folder: Path, packs: Mapping[str, Pack], mistakes: list[Mistake]
) -> Mapping[str, MeasureDefinition]:
    found: dict[str, MeasureDefinition] = {}
    for pack in packs.values():
        for name, file in _folder(folder, f"{MEASURES}/{pack.key}", mistakes):
            if f"{name}.toml" == PACK_FILE:
                continue
            definition = read_measure(file, len(found) + 1, pack.key)
            check_fits(file, definition, pack)
            if definition.key in found:
                file.wrong("key", f"stands in the pack {found[definition.key].pack} as well")
            found[definition.key] = definition
    return MappingProxyType({each.key: each for each in sorted(found.values(), key=_place)})


def _place(entry: Entry) -> int:
    return entry.sort


def _folder(folder: Path, name: str, mistakes: list[Mistake]) -> Iterator[tuple[str, Table]]:
    for path in sorted((folder / name).glob("*.toml")):
        file = read_toml(path, f"{name}/{path.name}", mistakes)
        if file.readable:
            yield path.stem, file


def _refuse_strangers(folder: Path, mistakes: list[Mistake]) -> None:
    for path in sorted(folder.glob("*.toml")):
        if path.name not in LIST_FILES:
            says = f"is not a file that CORS reads; {one_of(LIST_FILES)}"
            mistakes.append(Mistake(path.name, "file", says))

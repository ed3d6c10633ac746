"""`./cors facts renew` as it is typed, and as a page starts it beside itself."""

import stat
from pathlib import Path

from cors.config.tests.lived_in import WAY
from cors.config.tests.place import Place

RENEW = ("facts", "renew", "--organisation", "harbour")
# A large house: the last facts answer, and a process of its own makes the next.
ASIDE = """
import time
import django
django.setup()
from cors.access.scope import within
from cors.cases.models import Case
from cors.facts import renew
from cors.plans.actions import set_goal
from cors.reports.system_member import system_member
renew.ON_THE_SPOT, renew.REST, renew.MANY_CASES = 0, -1, 1
def never(*_):
    raise AssertionError("made in this process")
renew.build = never
house = system_member("harbour").organisation
def answer():
    with within(house.pk):
        facts = renew.facts_of(house)
        found = facts.pick("count(*)", "FROM facts.goals"), facts.is_old
        facts.close()
        return found
print(answer())
with within(house.pk):
    from cors.access.models import Membership
    amina = Membership.objects.get(user__email="amina@harbour.example")
    case = Case.objects.get()
    set_goal(case=case, words="One more", life_area="housing", on=house.today(), by=amina)
print(answer())
for _ in range(300):
    found = answer()
    if not found[1]:
        break
    time.sleep(0.2)
print(found)
"""


def snapshots(place: Place) -> list[Path]:
    return [path for path in (place.var / "facts").iterdir() if path.suffix != ".lock"]


def test_makes_facts_that_its_owner_alone_may_read(lived_in: Place) -> None:
    done = lived_in.run(*RENEW)
    assert (done.returncode, done.stderr) == (0, "The facts are fresh.\n")
    (made,) = snapshots(lived_in)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    before = made.stat().st_mtime_ns
    assert lived_in.run(*RENEW).returncode == 0
    assert made.stat().st_mtime_ns == before, "nothing was written since"


def test_refuses_an_organisation_that_is_not_there(lived_in: Place) -> None:
    done = lived_in.run("facts", "renew", "--organisation", "nowhere")
    assert done.returncode == 2
    assert "There is no organisation “nowhere”." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_of_a_large_house_has_facts_made_beside_itself(lived_in: Place) -> None:
    done = lived_in.python("-c", ASIDE, **WAY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["(1, False)", "(1, True)", "(2, False)"]
    assert len(snapshots(lived_in)) == 1

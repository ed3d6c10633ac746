from cors.cases.actions import assign_worker, restrict_case
from cors.cases.models import Assignment, Case, Restriction
from cors.clients.actions import block_sight
from tests.stage.personas import TODAY, Stage, browser_of


def named(case: Case) -> dict[str, bool]:
    return {str(row.member): row.is_keyworker for row in Assignment.current(case)}


def test_names_a_keyworker_and_a_worker(stage: Stage, case: Case) -> None:
    browser = browser_of(stage.carys)
    for who, part in ((stage.ben, "keyworker"), (stage.gwen, "worker")):
        sent = {"member": str(who.pk), "part": part, "on": TODAY.isoformat()}
        response = browser.post(f"/cases/{case.pk}/people/", sent)
        assert response.headers["Location"] == f"/cases/{case.pk}/"
    assert named(case) == {"Ben": True, "Gwen": False}


def test_says_who_cannot_be_named(stage: Stage, case: Case) -> None:
    block_sight(client=case.client, member=stage.ben, reason="Brother", by=stage.carys)
    sent = {"member": str(stage.ben.pk), "part": "worker", "on": TODAY.isoformat()}
    response = browser_of(stage.carys).post(f"/cases/{case.pk}/people/", sent)
    assert response.status_code == 422
    assert "Ben must not see this person." in response.content.decode()


def test_ends_somebodys_work_with_one_press(stage: Stage, case: Case) -> None:
    row = assign_worker(case=case, member=stage.gwen, on=TODAY, by=stage.carys)
    assert browser_of(stage.olu).post(f"/assignments/{row.pk}/end/").status_code == 403
    response = browser_of(stage.carys).post(f"/assignments/{row.pk}/end/")
    assert response.headers["Location"] == f"/cases/{case.pk}/"
    assert named(case) == {"Amina": True}


def test_whoever_ends_their_own_sight_goes_on_to_the_list(stage: Stage, case: Case) -> None:
    restrict_case(case=case, words="Known to staff", by=stage.carys)
    row = Assignment.objects.get(member=stage.carys)
    response = browser_of(stage.carys).post(f"/assignments/{row.pk}/end/")
    assert response.headers["Location"] == "/people/"


def test_restricts_and_lifts(stage: Stage, case: Case) -> None:
    browser = browser_of(stage.carys)
    url = f"/cases/{case.pk}/restrict/"
    assert browser.post(url, {"words": ""}).status_code == 422
    browser.post(url, {"words": "Her cousin works here"})
    page = browser.get(url).content.decode()
    assert "Her cousin works here" in page
    assert browser_of(stage.dev).post(f"{url}lift/").status_code == 404
    browser.post(f"{url}lift/")
    assert Restriction.objects.get().lifted_at is not None

"""Verbs: support rests, and goes on."""

from datetime import date

from cors.access.models import Membership
from cors.access.permissions import Permission
from cors.access.verbs import verb
from cors.audit.record import record
from cors.cases.models import Case, Pause
from cors.clients.days import refuse_before, refuse_future
from cors.core.errors import Refused


@verb(Permission.OPEN_CASES)
def pause_case(*, case: Case, on: date, by: Membership, words: str = "") -> Pause:
    """Let the support rest from a day on."""
    refuse_future(on, by=by)
    case.look_again()
    if case.started_date is None or case.has_ended():
        raise Refused("Only an open case can rest.")
    refuse_before(on, case.started_date, "The case opened")
    for earlier in case.pauses():
        if earlier.to_date is None:
            raise Refused("The support rests already. End that pause first.")
        refuse_before(on, earlier.to_date, "The last pause ended")
    pause = Pause(
        organisation=by.organisation,
        created_by=by.user,
        case=case,
        from_date=on,
        words=words.strip(),
    )
    pause.save(force_insert=True)
    record(by=by, verb="pause_case", about=case, changes={"on": on, "words": pause.words})
    return pause


@verb(Permission.OPEN_CASES)
def end_pause(*, pause: Pause, on: date, by: Membership) -> None:
    """Go on with the support."""
    refuse_future(on, by=by)
    refuse_before(on, pause.from_date, "The pause began")
    pause.case.look_again()
    if pause.case.open_pause() != pause:
        raise Refused("This pause has ended already.")
    pause.to_date, pause.ended_by = on, by.user
    pause.save(update_fields=["to_date", "ended_by"])
    record(by=by, verb="end_pause", about=pause.case, changes={"on": on})

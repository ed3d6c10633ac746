"""All that figures may use: what is read of each record, and how it is laid down as facts.

Days, categories, numbers and keys only. No column here is sealed text: reading one raises.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cors.cases.models import Case, Ending
from cors.contacts.models import ContactPerson
from cors.measures.models import IN_COUNT, Score
from cors.outcomes.models import Aim, Outcome, SustainedCheck
from cors.plans.models import Barrier, Goal, GoalTakenUp, Moment, Rating
from cors.reviews.models import Review

KEY, DAY, TIME, WORD, WHOLE, NUMBER = "UUID", "DATE", "TIMESTAMP", "VARCHAR", "INTEGER", "DOUBLE"
# A case, and with it the person, is a number of its own in each snapshot.
OF_A_CASE = "FROM raw JOIN facts.cases ON cases.key = raw.case_key"


@dataclass(frozen=True)
class Table:
    """One table of facts: columns as (kind, path from the record), and what is made of them.

    `laid` selects from `raw`, which holds the columns read, and from tables above this one.
    """

    name: str
    model: Any
    reads: Mapping[str, tuple[str, str]]
    laid: str
    where: Mapping[str, Any] = field(default_factory=dict)


# What only another table is made of: it stands in that one.
ON_THE_WAY = ("endings", "reached_before")

TABLES = (
    Table(
        "endings",
        Ending,
        {"case_key": (KEY, "case"), "ended": (DAY, "ended_date"), "reason": (WORD, "reason")},
        "FROM raw",
        where={"undone_at__isnull": True},
    ),
    Table(
        "cases",
        Case,
        {
            "key": (KEY, "pk"),
            "client": (KEY, "client"),
            "service": (KEY, "service"),
            "group_code": (WORD, "group_code"),
            "referred": (DAY, "referred_date"),
            "started": (DAY, "started_date"),
            "declined": (DAY, "declined_date"),
            "birth_year": (WHOLE, "client__birth_year"),
        },
        "SELECT (row_number() OVER (ORDER BY started, key))::INTEGER AS case_no, key, "
        "(dense_rank() OVER (ORDER BY client))::INTEGER AS person, service, group_code, "
        "referred, started, declined, ended, reason AS ending_reason, birth_year "
        "FROM raw LEFT JOIN facts.endings ON endings.case_key = raw.key ORDER BY case_no",
    ),
    Table(
        "contacts",
        ContactPerson,
        {
            "case_key": (KEY, "case"),
            "contact": (KEY, "contact"),
            "happened": (DAY, "happened_date"),
            "kind": (WORD, "contact__kind"),
            "result": (WORD, "contact__result"),
            "minutes": (WHOLE, "contact__minutes"),
        },
        f"SELECT case_no, contact, happened, kind, result, minutes {OF_A_CASE} ORDER BY happened",
    ),
    Table(
        "reached_before",
        GoalTakenUp,
        {"goal_key": (KEY, "goal"), "reached": (DAY, "ended_date")},
        "SELECT goal_key, min(reached) AS reached FROM raw GROUP BY goal_key",
        where={"how": "reached"},
    ),
    Table(
        "goals",
        Goal,
        {
            "case_key": (KEY, "case"),
            "key": (KEY, "pk"),
            "life_area": (WORD, "life_area"),
            "set_on": (DAY, "set_date"),
            "ended": (DAY, "ending_row__ended_date"),
            "how": (WORD, "ending_row__how"),
        },
        # Reached for the first time, whatever came after: a goal can be taken up again.
        "SELECT case_no, (row_number() OVER (ORDER BY raw.key))::INTEGER AS goal, raw.key, "
        "life_area, set_on, raw.ended, how, "
        "least(before.reached, CASE WHEN how = 'reached' THEN raw.ended END) AS reached "
        f"{OF_A_CASE} LEFT JOIN facts.reached_before AS before ON before.goal_key = raw.key "
        "ORDER BY set_on",
    ),
    Table(
        "ratings",
        Rating,
        {
            "goal_key": (KEY, "goal"),
            "rated": (DAY, "rated_date"),
            "written": (TIME, "created_at"),
            "value": (WHOLE, "value"),
        },
        # The person's own words alone; of several ratings on a day, what was written last is last.
        "SELECT goal, rated, value, "
        "(row_number() OVER (ORDER BY rated, written, value))::INTEGER AS turn "
        "FROM raw JOIN facts.goals ON goals.key = raw.goal_key ORDER BY goal, turn",
        where={"rater": "client"},
    ),
    Table(
        "barriers",
        Barrier,
        {
            "case_key": (KEY, "case"),
            "type_key": (WORD, "type_key"),
            "noticed": (DAY, "noticed_date"),
            "resolved": (DAY, "resolution_row__resolved_date"),
        },
        f"SELECT case_no, type_key, noticed, resolved {OF_A_CASE} ORDER BY noticed",
    ),
    Table(
        "moments",
        Moment,
        {
            "case_key": (KEY, "case"),
            "kind": (WORD, "kind"),
            "happened": (DAY, "happened_date"),
            "back": (DAY, "back_row__back_date"),
        },
        f"SELECT case_no, kind, happened, back {OF_A_CASE} ORDER BY happened",
    ),
    Table(
        "reviews",
        Review,
        {"case_key": (KEY, "case"), "held": (DAY, "held_date")},
        f"SELECT case_no, held {OF_A_CASE} ORDER BY held",
    ),
    Table(
        "aims",
        Aim,
        {
            "case_key": (KEY, "case"),
            "outcome_type": (WORD, "outcome_type"),
            "since": (DAY, "from_date"),
            "until": (DAY, "to_date"),
        },
        f"SELECT case_no, outcome_type, since, until {OF_A_CASE} ORDER BY since",
    ),
    Table(
        "outcomes",
        Outcome,
        {
            "case_key": (KEY, "case"),
            "key": (KEY, "pk"),
            "outcome_type": (WORD, "outcome_type"),
            "happened": (DAY, "happened_date"),
        },
        f"SELECT case_no, raw.key, outcome_type, happened {OF_A_CASE} ORDER BY happened",
        where={"withdrawn_at__isnull": True},
    ),
    Table(
        "checks",
        SustainedCheck,
        {
            "outcome_key": (KEY, "outcome"),
            "weeks": (WHOLE, "weeks"),
            "result": (WORD, "result"),
            "checked": (DAY, "checked_date"),
        },
        "SELECT outcomes.key AS outcome, case_no, outcome_type, weeks, result, checked "
        "FROM raw JOIN facts.outcomes ON outcomes.key = raw.outcome_key ORDER BY checked",
    ),
    Table(
        "scores",
        Score,
        {
            "case_key": (KEY, "case"),
            "measure": (WORD, "measure"),
            "version": (WORD, "assessment__version"),
            "key": (WORD, "key"),
            "rater": (WORD, "rater"),
            "wave": (WORD, "assessment__wave"),
            "happened": (DAY, "happened_date"),
            "written": (TIME, "created_at"),
            "value": (NUMBER, "value"),
        },
        # Of several scores on a day, what was written down last is the latest.
        "SELECT case_no, measure, version, raw.key, rater, wave, happened, value, "
        "(row_number() OVER (ORDER BY happened, written, value, version))::INTEGER AS turn "
        f"{OF_A_CASE} ORDER BY measure, raw.key, turn",
        where={"assessment__withdrawn_at__isnull": True, "assessment__late__in": IN_COUNT},
    ),
)

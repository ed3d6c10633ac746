"""Everything that a person can be allowed to do, on one page."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a role may or may not do."""

    SEE_PEOPLE = "see people and their cases, as far as they are in one's sight"
    ADD_PEOPLE = "add a person"
    EDIT_PEOPLE = "change a person's details, contact points, consents and alerts"
    ERASE_PEOPLE = "erase a person for good"
    BLOCK_SIGHT = "put somebody on a block list so that they never see a person"
    REFER = "take a referral, accept or decline it, put it on the waiting list"
    OPEN_CASES = "open, pause and re-open a case"
    ASSIGN = "say who works on a case, hand over a caseload"
    RESTRICT = "restrict a case to the people named on it"
    PLAN = "set goals, notice barriers, start interventions, plan steps"
    RECORD = "record contacts, small successes and setbacks, rate goals"
    MEASURE = "take a measure"
    CONFIRM_OUTCOMES = "aim at and confirm outcomes, check whether they lasted"
    REVIEW = "hold a review"
    CLOSE_CASES = "close a case"
    MAKE_TEMPLATES = "make plan templates for the services"
    SEE_FIGURES = "see figures without names"
    SEE_LISTS = "see the list of people behind a figure"
    CHOOSE_CATALOGUE = "switch entries of the catalogue on and off, re-label, add"
    GIVE_RESET_LINKS = "hand a colleague a link to set a new password"
    INVITE = "invite people, change their role, let them go"
    SEE_EVENTS = "see who read and who changed what"
    SET_UP = "change the organisation, its services and teams"
    ANSWER = "answer the questions that come round again"
    IMPORT = "bring in data from a file"

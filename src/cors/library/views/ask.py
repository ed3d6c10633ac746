"""Pages: ask a question of one's own; for those who answer, what is asked."""

from collections import Counter
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find_in_organisation, member_of
from cors.access.needs import any_member, needs
from cors.access.permissions import Permission
from cors.catalogue.page import sent, verb_page
from cors.core.errors import Refused
from cors.library import actions
from cors.library.asked import asked, by_theme, waiting
from cors.library.forms import AnswerManyForm, AskForm, JoinForm
from cors.library.models import Answer, Comment, Question
from cors.library.offered import offers_for


@any_member
def ask(request: HttpRequest) -> HttpResponse:
    """Give a question to those who answer."""
    form = AskForm(sent(request), libraries=dict(offers_for(member_of(request)).libraries))
    return verb_page(
        request,
        form,
        lambda by, **_: actions.ask_question(by=by, **form.given()),
        title="Ask your own question",
        intro="It goes to those who answer. Answers says so as soon as there is an answer.",
        said="Your question is with those who answer.",
        back=reverse("library:answers"),
    )


@needs(Permission.ANSWER)
def desk(request: HttpRequest) -> HttpResponse:
    """Show what is asked and not answered, and the answers of this library."""
    member = member_of(request)
    found = asked(Question.in_library(member))
    answers = list(Answer.of_library(member))
    offered = offers_for(member).answers
    themes = Counter(each.script.theme for each in offered.values())
    today = member.organisation.today()
    context = {
        "waiting": waiting(found),
        "comments": [
            (each, offered[each.slug].script.title)
            for each in Comment.waiting_in(member)
            if each.slug in offered
        ],
        "themes": by_theme(found, themes),
        "drafts": [each for each in answers if each.published_at is None],
        "to_come": [each for each in answers if each.published_at and not each.is_out(today)],
        "out": [each for each in answers if each.is_out(today)],
    }
    return render(request, "library/desk.html", context)


@needs(Permission.ANSWER)
def answer_questions(request: HttpRequest) -> HttpResponse:
    """Answer one question, or many at once, with one answer."""
    member = member_of(request)
    rows = waiting(asked(Question.in_library(member)))
    form = AnswerManyForm(
        sent(request),
        waiting=[each.first for each in rows],
        titles=offers_for(member).titles,
        initial={"questions": [request.GET.get("question", "")]},
    )
    return verb_page(
        request,
        form,
        partial(actions.answer_questions, at=timezone.now()),
        title="Answer questions",
        intro="All that were found to ask the same are answered too, and those who asked are told.",
        said="Answered. Those who asked are told.",
        back=reverse("library:desk"),
    )


@needs(Permission.ANSWER)
def join_questions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that a question asks the same as another one."""
    question = find_in_organisation(Question, request, pk)
    rows = asked(Question.in_library(member_of(request)))
    others = [each.first for each in rows if each.first.pk != question.pk]
    return verb_page(
        request,
        JoinForm(sent(request), others=others),
        partial(actions.join_questions, question=question),
        title="The same question?",
        intro=question.words,
        said="They are counted and answered as one.",
        back=reverse("library:desk"),
    )


@require_POST
@needs(Permission.ANSWER)
def part_question(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Count a question by itself again."""
    question = find_in_organisation(Question, request, pk)
    actions.part_question(question=question, by=member_of(request))
    return redirect("library:desk")


@require_POST
@needs(Permission.ANSWER)
def set_question_aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put away what is no question for this library."""
    question = find_in_organisation(Question, request, pk)
    try:
        actions.set_question_aside(question=question, at=timezone.now(), by=member_of(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("library:desk")

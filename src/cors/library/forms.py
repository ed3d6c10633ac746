"""Forms of the library."""

from typing import Any
from uuid import UUID

from cors.core.forms import (
    ChipsField,
    CorsForm,
    DayField,
    EditForm,
    ListField,
    ManyChipsField,
    SentFileField,
    TickField,
    WordsField,
)
from cors.library.models import Answer, Library, Question, answer, comment, question, serving
from cors.library.receivers import Receiver
from cors.library.script import THEMES
from cors.library.shelf import shelf

WRITE_HINT = (
    "As you would say it to one person. Begin a chapter with ## and its heading, "
    "and leave a line empty between paragraphs."
)
MOST_CAPTIONS = 400_000  # bytes
Titles = dict[str, str]  # of answers, by slug


class AskForm(CorsForm):
    """A question of one's own."""

    words = WordsField(
        "Your question", hint="Leave out names and what could tell who a person is.", lines=4,
        most=question.MOST_WORDS, missing="Write your question",
    )  # fmt: skip
    theme = ListField("What is it about?", nothing="I can't say", required=False)
    library = ChipsField("Who should answer?")
    may_be_named = TickField(
        "They may see my name", hint="Not ticked, they see your role and where you work."
    )

    def __init__(self, *args: Any, libraries: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("theme", list(THEMES.items()))
        if len(libraries) == 1:
            del self.fields["library"]
        else:
            self.choose("library", [(str(key), name) for key, name in libraries.items()])
        self.libraries = {str(key): key for key in libraries}

    def given(self) -> dict[str, Any]:
        """Return what the verb takes."""
        chosen = self.cleaned_data.pop("library", None)
        first = next(iter(self.libraries.values()))
        return {**self.cleaned_data, "library": self.libraries[chosen] if chosen else first}


class CommentForm(CorsForm):
    """What somebody says to an answer."""

    words = WordsField(
        "What do you want to say?", hint="Leave out names and what could tell who a person is.",
        lines=4, most=comment.MOST_WORDS, missing="Write your comment",
    )  # fmt: skip


class AnswerForm(CorsForm):
    """What an answer says."""

    title = WordsField(
        "The question, as it is asked", missing="Write the question", most=answer.MOST_TITLE
    )
    theme = ListField("Theme", missing="Choose a theme")
    words = WordsField("What you say", hint=WRITE_HINT, lines=16, most=answer.MOST_WORDS)
    key_points = WordsField(
        "In short, a line each", lines=3, most=answer.MOST_POINTS, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("theme", list(THEMES.items()))


class WriteForm(AnswerForm):
    """A new answer."""

    in_place_of = ListField(
        "Does it stand in the place of one that ships?", nothing="No, it is a new one",
        required=False,
    )  # fmt: skip
    field_order = ("in_place_of",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ships = [(slug, each.title) for slug, each in shelf().answers.items()]
        self.choose("in_place_of", ships)


class ChangeForm(AnswerForm, EditForm):
    """An answer, said otherwise."""

    def __init__(self, *args: Any, own: Answer, **kwargs: Any) -> None:
        super().__init__(*args, known=own.stands(), **kwargs)


SOUND_HINT = "An mp3, m4a, ogg or wav file of at most 200 MB."
CAPTIONS_HINT = "With their times, as VTT or SRT. They follow the sound, and can be clicked."
TIMES_HINT = "One line for each chapter, like 1:05. Left empty, they are looked for in the words."


class CaptionsForm(EditForm):
    """What is heard when, and where each chapter begins."""

    captions_file = SentFileField(
        "A file with the words", hint=CAPTIONS_HINT, accept=".vtt,.srt", required=False
    )
    captions = WordsField("Or paste the words", lines=8, most=400_000, required=False)
    times = WordsField(
        "Where each chapter begins", hint=TIMES_HINT, lines=5, most=4_000, required=False
    )

    def words(self) -> dict[str, str]:
        """Return what the verbs take: the file's words, else what was pasted."""
        file = self.cleaned_data.get("captions_file")
        pasted = self.cleaned_data["captions"]
        captions = file.read(MOST_CAPTIONS).decode("utf-8", "replace") if file else pasted
        return {"captions": captions, "times": self.cleaned_data["times"]}

    def given(self) -> dict[str, str]:
        """Return what the verb of an edit takes."""
        return {**self.words(), "seen": self.cleaned_data["seen"]}


class RecordingForm(CaptionsForm):
    """A recording, with its words."""

    file = SentFileField(
        "The recording", hint=SOUND_HINT, accept="audio/*", missing="Choose the recording"
    )
    field_order = ("file",)


class PublishForm(CorsForm):
    """The day on which an answer comes out."""

    on = DayField("It comes out on", hint="Until then its title is announced.")


class AnswerManyForm(CorsForm):
    """Questions that one answer answers."""

    questions = ManyChipsField("Which questions?", goals=True)
    slug = ListField("Which answer?", missing="Choose the answer")

    def __init__(self, *args: Any, waiting: list[Question], titles: Titles, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = {str(each.pk): each for each in waiting}
        self.choose("questions", [(key, each.words) for key, each in self.waiting.items()])
        self.choose("slug", list(titles.items()))

    def clean_questions(self) -> list[Question]:
        return [self.waiting[key] for key in self.cleaned_data["questions"]]


class JoinForm(CorsForm):
    """Another question that asks the same."""

    same_as = ListField("It asks the same as", missing="Choose the other question")

    def __init__(self, *args: Any, others: list[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(each.pk): each for each in others}
        self.choose("same_as", [(key, each.words) for key, each in self.others.items()])

    def clean_same_as(self) -> Question:
        return self.others[self.cleaned_data["same_as"]]


class SendForm(CorsForm):
    """An answer for somebody, with a line of one's own."""

    to = ListField("To whom?", missing="Choose to whom")
    slug = ListField("Which answer?", missing="Choose the answer")
    line = WordsField("A line of your own", required=False, most=question.MOST_LINE)

    def __init__(self, *args: Any, to: dict[str, Receiver], titles: Titles, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [
            (key, f"{each.name}, {each.works_for_name}") for key, each in to.items() if each.user
        ]
        all_of = [(key, each.name) for key, each in to.items() if not each.user]
        self.choose("to", [*all_of, *people])
        self.choose("slug", list(titles.items()))


class LibraryForm(EditForm):
    """What a library says of itself."""

    about = WordsField("Who answers here?", required=False, lines=3, most=serving.MOST["about"])
    telephone = WordsField(
        "Telephone", required=False, most=serving.MOST["telephone"], input_type="tel"
    )
    email = WordsField("E-mail", required=False, most=serving.MOST["email"], input_type="email")
    web = WordsField("Web page", required=False, most=serving.MOST["web"], input_type="url")
    social = WordsField(
        "Social page", required=False, most=serving.MOST["social"], input_type="url"
    )
    is_public = TickField(
        "Everybody may read the feed",
        hint="Without signing in. It holds the answers that are out, and no word about people.",
    )

    def __init__(self, *args: Any, library: Library, **kwargs: Any) -> None:
        super().__init__(*args, known=library.said(), **kwargs)


class CodeForm(CorsForm):
    """The code with which one reads the library of another organisation."""

    code = WordsField("The code that you were given", missing="Paste the code")

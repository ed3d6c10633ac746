"""A form that was sent, with the line of its note read into its fields."""

from django.http import QueryDict

from cors.contacts.one_line import Offered, read_line


def line_in_form(sent: QueryDict, offered: Offered) -> QueryDict:
    """Return the names and values as if they had been filled in; marks are added to those set."""
    line = read_line(sent.get("note", ""), offered)
    found = sent.copy()
    for name, values in line.fields.items():
        found.setlist(name, [*sent.getlist(name), *values] if name == "marks" else values)
    found["note"] = line.note
    return found

"""Each form that a member sends says whose it is and bears a key that is used once."""

import re

from tests.repository.tree import text, with_ending

FORM = re.compile(r'<form\b[^>]*method="post".*?</form>', re.DOTALL)
# The key of these stands among their own fields.
OWN_KEY = {"record.html", "review.html", "take.html", "take_one.html"}
# Before sign-in, and what signing in is made of: a password is never given back.
BEFORE_SIGN_IN = ("/account/", "/mfa/", "/practice/")
GIVES_BACK = "core/held.html"


def _forms() -> list[tuple[str, str, str]]:
    return [
        (str(path), path.name, form)
        for path in with_ending(".html")
        for form in FORM.findall(text(path))
        if not any(part in str(path) for part in BEFORE_SIGN_IN)
        if not str(path).endswith(GIVES_BACK)
    ]


def test_each_form_bears_a_key_beside_its_token() -> None:
    wanted = "{% csrf_token %}{% form_key %}"
    assert len(_forms()) > 25
    without = [path for path, name, form in _forms() if name not in OWN_KEY and wanted not in form]
    assert not without


def test_a_form_with_a_key_of_its_own_says_whose_it_is() -> None:
    wanted = "{% csrf_token %}{% form_owner %}"
    found = [(path, wanted in form) for path, name, form in _forms() if name in OWN_KEY]
    assert len(found) == len(OWN_KEY)
    assert all(owned for _, owned in found)


def test_no_form_of_sign_in_is_given_back() -> None:
    found = [
        str(path)
        for path in with_ending(".html")
        if any(part in str(path) for part in BEFORE_SIGN_IN) and "form_owner" in text(path)
    ]
    assert not found

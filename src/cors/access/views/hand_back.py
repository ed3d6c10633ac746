"""Page: a device that was handed over, to be opened by the worker again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cors.access.forms import PasswordForm
from cors.access.handed_over import asks_for_password, is_handed_over, take_back
from cors.access.needs import any_user
from cors.core.errors import Refused


@any_user
@require_http_methods(["GET", "HEAD", "POST"])
def hand_back(request: HttpRequest) -> HttpResponse:
    """Ask for the worker's password; nothing on the page says whose questions were open."""
    if not is_handed_over(request):
        return redirect("/")
    user: Any = request.user
    form = PasswordForm(request.POST or None) if asks_for_password(user) else None
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            return redirect(take_back(request, user, form.cleaned_data["password"] if form else ""))
        except Refused as refused:
            if form:
                form.refuse(refused)
    status = 422 if form and form.errors else 200
    return render(request, "access/hand_back.html", {"form": form}, status=status)

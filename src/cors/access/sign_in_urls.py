"""The addresses of allauth that are used here; what is not listed is not there."""

from allauth.account import urls as account_urls
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView, TemplateView

from cors.access.needs import any_user, no_sign_in

ACCOUNT = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reauthenticate",
    "account_change_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


def _kept(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    return [pattern for pattern in patterns if getattr(pattern, "name", None) in ACCOUNT]


by_invitation = no_sign_in("says that one joins by invitation")(
    TemplateView.as_view(template_name="account/signup_closed.html")
)

# Where allauth sends somebody who has no password to change: nobody sets one here without a link.
own_page = any_user(RedirectView.as_view(pattern_name="access:own_page"))

urlpatterns = [
    *_kept(account_urls.urlpatterns),
    path("join/", by_invitation, name="account_signup"),
    path("password/set/", own_page, name="account_set_password"),
    path("codes/", include("allauth.mfa.urls")),
]

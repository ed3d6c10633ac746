"""Addresses of joining, settings and one's own page."""

from django.urls import path

from cors.access.views import hand_back, held, join, me, people

app_name = "access"
urlpatterns = [
    path("join/<uuid:organisation>/<str:token>/", join.join, name="join"),
    path("settings/", people.settings, name="settings"),
    path("settings/invite/", people.invite, name="invite"),
    path("settings/people/<uuid:pk>/role/", people.change_role, name="change_role"),
    path("settings/people/<uuid:pk>/let-go/", people.let_go, name="let_go"),
    path("settings/people/<uuid:pk>/reset-link/", people.reset_link, name="reset_link"),
    path(
        "settings/invitations/<uuid:pk>/withdraw/",
        people.withdraw_invitation,
        name="withdraw_invitation",
    ),
    path("me/", me.own_page, name="own_page"),
    path("me/organisation/", me.choose, name="choose"),
    path("me/leave/", me.leave, name="leave"),
    path("hand-back/", hand_back.hand_back, name="hand_back"),
    path("held/", held.held, name="held"),
    path("no-organisation/", me.no_organisation, name="no_organisation"),
]

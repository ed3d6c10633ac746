"""Pages: who must never see a person."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cors.access.door import find, member_of
from cors.access.models import Membership
from cors.access.needs import needs
from cors.access.permissions import Permission
from cors.clients import actions
from cors.clients.forms import BlockForm
from cors.clients.models import BlockedSight, Client
from cors.clients.page import press, verb_page


@needs(Permission.BLOCK_SIGHT)
def block_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show who must not see a person, and add somebody."""
    client = find(Client, request, pk)
    member = member_of(request)
    colleagues = list(Membership.colleagues_of(member).order_by("user__name"))
    is_own = request.POST.get("member") == str(member.pk)
    return verb_page(
        request,
        BlockForm(request.POST or None, colleagues=colleagues),
        partial(actions.block_sight, client=client),
        client,
        template="clients/block_list.html",
        title=f"Who must not see {client.called}",
        said="They see nothing of this person from now on.",
        to=reverse("casefile:people") if is_own else reverse("clients:block_list", args=[pk]),
        blocks=list(BlockedSight.of(client)),
    )


@require_POST
@needs(Permission.BLOCK_SIGHT)
def lift_block(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Let a colleague see a person again."""
    block = find(BlockedSight, request, pk)
    act = partial(actions.lift_block, block=block, at=timezone.now())
    press(request, act, "They can see this person again, as far as their role goes.")
    return redirect("clients:block_list", block.client_id)

"""Our drawings, as the inside of an SVG: marks on a square of 22, icons on a square of 24."""

STEP = '<rect class="m-step" x="3.5" y="3.5" width="15" height="15" rx="4"/>'
DUCK = (
    '<path class="feet" d="M18 24.5l-4 4.2M26 24.5l-3.5 4.2"/>'
    '<path class="body" d="M2.5 11.5c2.2 1.7 4.7 2.6 7.5 2.7 2.6.1 5-.3 7.3-1 2.8-.8 5.9-1.2 8.6-.7'
    ".5-.9.6-1.9.2-3.1C24.6 5.1 27.5 1.5 31.7 1.5c4 0 6.9 2.9 6.9 6.6 0 2.8-1.3 4.6-2.3 6.4"
    '-.7 1.3-.9 2.4-.9 3.5C35.4 21.8 32.3 24 28.4 24H14C7.3 24 2 18.5 2.5 11.5z"/>'
    '<path class="bill" d="M38.3 6.2c2 1.5 4.4 1.7 6.7 1.5.9 0 1.3 1 .7 1.7-1.5 1.7-4.7 2.5-7.6 1.7'
    '.5-1.5.6-3.3.2-4.9z"/><circle class="eye" cx="33" cy="6.8" r="1.35"/>'
)

MARKS = {
    "success": '<circle class="m-win" cx="11" cy="11" r="6.5"/>',
    "setback": '<circle class="m-set" cx="11" cy="11" r="6"/>',
    "back": (
        '<circle class="m-set" cx="5" cy="16" r="3.6"/>'
        '<path class="m-arc" d="M5.6 9.5C7.5 3.5 15 3 17 11.5"/>'
        '<circle class="m-dot" cx="17.4" cy="16" r="3.6"/>'
    ),
    "barrier": '<rect class="m-bar" x="1" y="7" width="20" height="8" rx="2.5"/>',
    "barrier-resolved": (
        '<rect class="m-bar-past" x="2" y="8" width="18" height="6" rx="2.5"/>'
        '<path class="m-rung" d="M6.5 11.5l3 3 6-7.5"/>'
    ),
    "work-thin": '<path class="m-work" stroke-width="2" d="M2 11h18"/>',
    "work": '<path class="m-work" stroke-width="4" d="M3 11h16"/>',
    "work-thick": '<path class="m-work" stroke-width="6" d="M4 11h14"/>',
    "rung": '<path class="m-rung" d="M2 19h6v-5h6V9h6"/>',
    "flag": '<path class="m-flag" d="M5 20V3.5h12l-3 4 3 4H5"/>',
    "step": STEP,
    "step-done": STEP + '<path class="m-rung" d="M7 11.5l3 3 5-6.5"/>',
    "step-dropped": STEP + '<path class="m-step" d="M7.5 11h7"/>',
    "review": '<path class="m-step" d="M11 2v18" stroke-dasharray="2 3"/>',
    "measure": '<path class="m-work" stroke-width="1.75" d="M2 16l6-4 5 2 7-8"/>',
    "goal": '<path class="m-work" stroke-width="1.75" d="M2 13h18"/>'
    '<circle class="m-dot" cx="11" cy="8" r="3.6"/>',
}

HANDSET = (
    "M5 4h3.5l1.5 4-2.2 1.6a11 11 0 0 0 5.6 5.6L15 13l4 1.5V18a2 2 0 0 1-2.2 2A15 15 0 0 1 3 6.2"
    " 2 2 0 0 1 5 4z"
)

ICONS = {
    "alert": (
        '<path d="M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V6z"/>'
        '<path d="M12 8.5v4M12 15.5v.1"/>'
    ),
    "search": '<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>',
    "call": f'<path d="{HANDSET}"/>',
    "call-missed": f'<path d="{HANDSET}M15 4l5 5M20 4l-5 5"/>',
    "visit": '<path d="M4 11l8-6.5 8 6.5v9h-5.5v-5.5h-5V20H4z"/>',
    "met": (
        '<circle cx="8" cy="8" r="3"/><circle cx="16.5" cy="9" r="2.5"/>'
        '<path d="M2.5 19c0-3.5 2.5-5.5 5.5-5.5s5.5 2 5.5 5.5M15.5 14c3.5-.4 6 1.6 6 5"/>'
    ),
    "group": (
        '<circle cx="12" cy="7" r="2.8"/><circle cx="5" cy="10" r="2.2"/>'
        '<circle cx="19" cy="10" r="2.2"/>'
        '<path d="M7 19c0-3.3 2-5.5 5-5.5s5 2.2 5 5.5M1.5 18c0-2.5 1.2-4 3.5-4'
        'M22.5 18c0-2.5-1.2-4-3.5-4"/>'
    ),
    "message": '<path d="M4 5h16v11H10l-4 3.5V16H4z"/>',
    "video": '<rect x="3" y="6" width="12" height="12" rx="2"/><path d="M15 11l6-3.5v9L15 13z"/>',
    "letter": (
        '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3.5 7l8.5 6.5L20.5 7"/>'
    ),
    "other": (
        '<circle cx="6" cy="12" r="1.2"/><circle cx="12" cy="12" r="1.2"/>'
        '<circle cx="18" cy="12" r="1.2"/>'
    ),
    "tick": '<path d="M4.5 12.5l5 5L19.5 7"/>',
    "back": '<path d="M14.5 5l-7 7 7 7"/>',
    "forward": '<path d="M9.5 5l7 7-7 7"/>',
    "phone": '<rect x="7" y="3" width="10" height="18" rx="2"/><path d="M11 18h2"/>',
    "pen": '<path d="M4 20l1-4.5L16 4.5 19.5 8 8.5 19z"/>',
    "leave": '<path d="M10 4H5v16h5M14 8l4.5 4-4.5 4M18 12H9.5"/>',
    "speak": (
        '<rect x="9" y="3" width="6" height="11" rx="3"/>'
        '<path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>'
    ),
    "play": '<path fill="currentColor" d="M8 5l11 7-11 7z"/>',
    "waves": '<path d="M2 14c2.5 0 2.5-2 5-2s2.5 2 5 2 2.5-2 5-2 2.5 2 5 2"/>',
    "key": '<circle cx="8" cy="14.5" r="4.5"/><path d="M11.5 11.5L20 3.5M16.5 6.5l3 3"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>',
    "add": '<path d="M12 5v14M5 12h14"/>',
    "print": (
        '<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3"/><rect x="7" y="14" width="10" height="6.5"/>'
    ),
    "lock": (
        '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>'
    ),
    "person": '<circle cx="12" cy="8" r="3.5"/><path d="M5 20c0-4 3-6.5 7-6.5s7 2.5 7 6.5"/>',
    "download": '<path d="M12 4v11M7.5 11l4.5 4.5L16.5 11M4 20h16"/>',
    "help": (
        '<circle cx="12" cy="12" r="8.5"/>'
        '<path d="M9.5 9.5a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.8M12 16.5v.1"/>'
    ),
}

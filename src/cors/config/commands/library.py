"""`./cors library`: let an open voice speak the answers that ship."""

import argparse

from cors.config.commands.parts import Parts

FIRST = 3  # answers that are spoken unless others are named


def add(parts: Parts) -> None:
    part = parts.add_parser("library", help="the answers: let an open voice speak them")
    kinds = part.add_subparsers(metavar="speak", required=True)
    speak = kinds.add_parser("speak", help="make a recording with the open voice espeak-ng")
    speak.add_argument("slugs", nargs="*", metavar="ANSWER", help="which; the first three if none")
    speak.add_argument("--all", action="store_true", help="all answers that ship")
    speak.set_defaults(run=speak_answers)


def speak_answers(args: argparse.Namespace) -> int:
    """Speak the answers that are named, or the first three."""
    import django

    django.setup()
    from cors.core.errors import Refused
    from cors.library.shelf import shelf
    from cors.library.sounds import spoken_folder
    from cors.library.speak import speak

    answers = shelf().answers
    wanted = args.slugs or list(answers)[: None if args.all else FIRST]
    if unknown := [slug for slug in wanted if slug not in answers]:
        raise Refused(f"No answer is called {unknown[0]}. Choose of: {', '.join(answers)}.")
    for slug in wanted:
        made = speak(answers[slug], spoken_folder())
        kept = "" if made.made_even else ", kept as loud as it is: ffmpeg is not installed"
        print(f"{slug}: {made.seconds or 0:.0f} s{kept}")
    return 0

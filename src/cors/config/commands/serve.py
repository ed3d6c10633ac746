"""`./cors serve`: the records of this machine."""

import argparse

from cors.config.commands.parts import Parts, set_up


def add(parts: Parts) -> None:
    part = parts.add_parser("serve", help="serve the records of this machine")
    part.add_argument("--host", default="127.0.0.1")
    part.add_argument("--port", type=int, default=8000)
    part.add_argument("--worker", action="store_true", help="start ./cors worker beside it")
    part.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve the real records."""
    from cors.config.serve import check_port, serve

    check_port(args.host, args.port)
    set_up()
    from cors.config.prepare import collect_static

    collect_static()
    print(f"CORS is at http://{args.host}:{args.port}/")
    if args.worker:
        from cors.config.companion import start_worker

        start_worker()
    serve(args.host, args.port)
    return 0

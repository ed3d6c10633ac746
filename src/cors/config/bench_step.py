"""One step of the bench in a process of its own: load a database, or time it."""

import json
import sys


def main(step: str, clients: int, rounds: int) -> None:
    """Do it; what was measured is printed as JSON."""
    import django

    django.setup()
    from cors.config.prepare import collect_static, prepare

    prepare()
    collect_static()
    if step == "load":
        from cors.bench.load import load

        print(json.dumps({"load_seconds": round(load(clients), 1)}))
        return
    from cors.bench.measure import measure

    print(json.dumps(measure(clients, rounds)))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:4]))

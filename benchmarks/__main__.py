"""`python -m benchmarks [reading] [identity] [storage] [importing] … [--quick] [--json]`: exit code 1 where a figure misses."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks import comparing, costs, estimating, identity, importing, invoicing, reading, storage

SUITES = {
    "reading": reading.measure,
    "identity": identity.measure,
    "storage": storage.measure,
    "importing": importing.measure,
    "invoicing": invoicing.measure,
    "costs": costs.measure,
    "comparing": comparing.measure,
    "estimating": estimating.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "suites", nargs="*", metavar="SUITE", help=f"one or more of {', '.join(SUITES)}; all without any"
    )
    parser.add_argument(
        "--quick", action="store_true", help="small sizes, to see that it runs; the figures mean nothing"
    )
    parser.add_argument(
        "--json", action="store_true", dest="as_json", help="print a JSON list instead of lines"
    )
    arguments = parser.parse_args()
    unknown = set(arguments.suites) - set(SUITES)
    if unknown:
        parser.error(f"there is no suite {', '.join(sorted(unknown))}")
    figures = []
    for name in arguments.suites or SUITES:
        print(f"measuring {name} …", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="omavirta-bench-") as folder:
            for figure in SUITES[name](Path(folder), quick=arguments.quick):
                figures.append(figure)
                if not arguments.as_json:
                    print(figure, flush=True)
    if arguments.as_json:
        print(json.dumps([figure.as_json() for figure in figures], indent=2))
    return 0 if arguments.quick or all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())

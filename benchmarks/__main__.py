"""`python -m benchmarks [reading] [storage] [importing] [--quick]`: prints each figure; exit code 1 where one misses."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import importing, reading, storage

SUITES = {"reading": reading.measure, "storage": storage.measure, "importing": importing.measure}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "suites", nargs="*", metavar="SUITE", help=f"one or more of {', '.join(SUITES)}; all without any"
    )
    parser.add_argument(
        "--quick", action="store_true", help="small sizes, to see that it runs; the figures mean nothing"
    )
    arguments = parser.parse_args()
    unknown = set(arguments.suites) - set(SUITES)
    if unknown:
        parser.error(f"there is no suite {', '.join(sorted(unknown))}")
    missed = 0
    for name in arguments.suites or SUITES:
        print(f"measuring {name} …", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="omavirta-bench-") as folder:
            for figure in SUITES[name](Path(folder), quick=arguments.quick):
                print(figure)
                missed += not figure.holds
    return 1 if missed and not arguments.quick else 0


if __name__ == "__main__":
    sys.exit(main())

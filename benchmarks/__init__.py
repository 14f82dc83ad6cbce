"""The figures that Omavirta promises, as ratios within one run. See README.md beside this file."""

import sys
from pathlib import Path

# The throw-away PostgreSQL cluster is the tests' own (tests/support); only pytest has that folder on its path by itself.
sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

"""``python -m kawat`` is the command line."""

import sys

from kawat.cli import main

sys.exit(main())

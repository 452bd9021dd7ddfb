"""`python -m naklank`: the command line."""

import sys

from naklank.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

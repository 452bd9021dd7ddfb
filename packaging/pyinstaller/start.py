"""What the frozen program runs first: `naklank`, or the speech process that it starts."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # the speech process starts this very program, and ends here
    from naklank.cli.main import main

    sys.exit(main())

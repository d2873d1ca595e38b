"""The command ``duilian``: reads the arguments, calls a face, gives the exit status.

0 fine; 1 it ran and found something wrong; 2 bad usage or input. Errors go to standard error, one a line.
"""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and gives its exit status."""
    try:
        if getattr(sys, "frozen", False):  # packed into one program, which is also what its further processes start
            from multiprocessing import freeze_support

            freeze_support()
        from simulator.commands.run import open_library, run
        from simulator.commands.spoken import asks_for_the_library

        given = sys.argv[1:] if arguments is None else arguments
        if asks_for_the_library(given):
            return open_library()
        from simulator.commands.parser import parse

        return run(parse(given))
    except KeyboardInterrupt:  # before there is anybody to tell: the imports are still under way
        return 130


if __name__ == "__main__":
    sys.exit(main())

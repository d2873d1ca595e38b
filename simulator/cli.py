"""The command ``duilian``: reads the arguments, calls a face, gives the exit status.

0 fine; 1 it ran and found something wrong; 2 bad usage or input. Errors go to standard error, one a line.
"""

import sys

from simulator.commands.parser import parse
from simulator.commands.run import run


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and gives its exit status."""
    return run(parse(sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    sys.exit(main())

"""How the time for some work grows with its input. Tests state growth, not seconds: those belong to a machine, and to Benchmarks/."""

import subprocess
from typing import NamedTuple

from support import environment

STEP = 8


class Cost(NamedTuple):
    """What a child took: its own processor time, which what runs beside it hardly changes, and the most memory of it, in KiB."""

    seconds: float
    memory: int


# A child's peak begins with that of the process which starts it: a small one does.
MEASURE = """
import resource, subprocess, sys
result = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, result.returncode, file=open(sys.argv[1], "w"))
"""


def cost(command, directory, input=b"", exit=0):
    """The cost of one run, which must end with `exit`."""
    file = directory / "cost"
    subprocess.run(["python3", "-c", MEASURE, str(file), *map(str, command)], input=input, env=environment(), check=True, stderr=subprocess.DEVNULL, timeout=300)
    seconds, memory, code = file.read_text().split()
    assert int(code) == exit, f"exit {code}"
    return Cost(float(seconds), int(memory))


def of_time(run, size, bound=3, rounds=8):
    """The time for an input of STEP * `size` beside STEP times that for one of `size`: about 1 where time is linear in the input, STEP where it
    is quadratic. `run` gives the cost for a size; what a run costs anyway, that for 0, is left out.

    Each is the least of some rounds: of one at first, and on a busy machine, where a single run says little, of more, until it is below the
    bound. What is quadratic never is."""
    anyway = small = large = float("inf")
    for _ in range(rounds):
        anyway = min(anyway, run(0).seconds)
        small = min(small, run(size).seconds)
        large = min(large, run(size * STEP).seconds)
        # Processor time comes in steps of a few milliseconds.
        ratio = (large - anyway) / (STEP * max(small - anyway, 0.004))
        if ratio < bound:
            break
    return ratio

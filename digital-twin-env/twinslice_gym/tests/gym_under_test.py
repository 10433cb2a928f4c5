"""The gym that the tests talk to: one that runs, and a command that starts others.

TWINSLICE_GYM_ADDRESS and TWINSLICE_GYM_COMMAND (a JSON list) name them; without them the launcher starts both.
"""

import atexit
import json
import os

import twinslice_gym

SCENARIO = "factory-floor"
WINDOWS = 6
SLICES = 4

_started = []


def command():
    named = os.environ.get("TWINSLICE_GYM_COMMAND")
    return json.loads(named) if named else None


def address():
    named = os.environ.get("TWINSLICE_GYM_ADDRESS")
    if named:
        return named
    if not _started:
        _started.append(twinslice_gym.Server(command()))
        atexit.register(_started[0].stop)
    return _started[0].address


def env(**options):
    return twinslice_gym.TwinsliceEnv(SCENARIO, **{"windows": WINDOWS, "address": address(), **options})


def vector(count, **options):
    return twinslice_gym.TwinsliceVectorEnv(count, SCENARIO, **{"windows": WINDOWS, "address": address(), **options})

# SPDX-License-Identifier: Apache-2.0
"""python3 -m twinslice_ns3.measure --worker PROGRAM [--seconds N] [--seed N] [--part NAME ...]

Measures what docs/ns3.md promises: that quotas are kept, that the length of steps does not matter, that the same seed
gives the same windows, and how fast a cell is.
"""

import argparse
import hashlib
import json
import os
import random
import time

from .worker import Worker

SECONDS = 120.0


def slices(embb_mbit=9.0, urllc_mbit=1.5, mmtc_mbit=0.2, sync=True):
    """Three slices: large packets at a steady pace, short ones at random, and state that is synchronised in phase."""

    def ring(name, ues, *traffic):
        return {
            "name": name,
            "ues": ues,
            "nearMetres": 150,
            "farMetres": 1500,
            "deadlineMillis": 20,
            "aoiLimitMillis": 100,
            "traffic": list(traffic),
        }

    def poisson(mbit, ues, size):
        return {"kind": "poisson", "packetsPerSecond": mbit * 1e6 / 8 / size / ues, "bytes": size}

    storm = {"kind": "periodic", "periodMillis": 500, "bytes": 4000, "jitterMillis": 2, "inPhase": True}
    return [
        ring("embb", 3, {"kind": "periodic", "periodMillis": 3 * 2400 * 8 / (embb_mbit * 1000), "bytes": 2400}),
        ring("urllc", 3, poisson(urllc_mbit, 3, 160)),
        ring("mmtc", 3, *([poisson(mmtc_mbit, 3, 100)] + [storm] * sync)),
    ]


def scenario(prbs=50, fading="epa3", **load):
    """A cell of 9 UEs."""
    return {"prbs": prbs, "fading": fading, "slices": slices(**load)}


def overload(prbs=50, fading="epa3"):
    """More than the cell can carry in every slice."""
    return scenario(prbs, fading, embb_mbit=0.4 * prbs, urllc_mbit=0.15 * prbs, mmtc_mbit=0.15 * prbs, sync=False)


def random_plan(draw, count):
    """Valid quotas: minima that fit the cell, of which a part is dedicated."""
    weights = [draw.random() for _ in range(count)]
    total = draw.choice([30, 60, 90, 100])
    plan = []
    for weight in weights:
        least = int(total * weight / sum(weights))
        plan += [draw.choice([0, least // 2, least]), least, draw.randint(least, 100)]
    return plan


class Cell:
    """A worker with a cell in it, to be used in a with block."""

    def __init__(self, command, described, seed):
        self.worker = Worker(command)
        self.usable = self.worker.call({"call": "reset", "scenario": described, "seed": seed}, SECONDS)["usablePrbs"]

    def step(self, millis, plan=None):
        request = {"call": "step", "millis": millis}
        if plan is not None:
            request["plan"] = plan
        return self.worker.call(request, SECONDS)

    def cpu_seconds(self):
        with open(f"/proc/{self.worker.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.worker.close()


def quotas(command, seconds, seed, prbs=50):
    """Random plans, another each 100 ms, on a cell that is offered too much."""
    draw = random.Random(seed)
    over, misses, backlogged, lost = [], 0, 0, 0
    with Cell(command, overload(prbs), seed) as cell:
        cell.step(500)
        for _ in range(round(seconds * 10)):
            plan = random_plan(draw, 3)
            window = cell.step(100, plan)
            for i, each in enumerate(window["slices"]):
                share = (each["prbNew"] + each["prbRetransmitted"]) / (cell.usable * each["ttis"])
                over.append(share - plan[3 * i + 2] / 100)
                lost += each["blocksGivenUp"]
                if each["backloggedTtis"] == each["ttis"]:
                    backlogged += 1
                    misses += share < plan[3 * i + 1] / 100 - 0.02
    return {
        "prbs": prbs,
        "windows": len(over),
        "largestOvershoot": max(over),
        "windowsBeyondAThousandth": sum(each > 0.001 for each in over),
        "backloggedWindows": backlogged,
        "floorMisses": misses,
        "blocksGivenUp": lost,
    }


def hard_caps(command, seconds, seed):
    """dedicated = min = max on an overloaded cell without fading: each slice gets exactly its share."""
    plan = [50] * 3 + [30] * 3 + [20] * 3
    used = [0, 0, 0]
    with Cell(command, overload(fading="none"), seed) as cell:
        cell.step(500, plan)
        windows = [cell.step(100) for _ in range(round(seconds * 10))]
    for window in windows:
        for i, each in enumerate(window["slices"]):
            used[i] += (each["prbNew"] + each["prbRetransmitted"]) / (cell.usable * each["ttis"]) / len(windows)
    return {"caps": [0.5, 0.3, 0.2], "shares": [round(each, 5) for each in used]}


_SUMS = (
    "offeredBytes",
    "deliveredBytes",
    "packets",
    "packetsLate",
    "delaySumMicros",
    "prbNew",
    "prbRetransmitted",
    "prbIdleReserved",
    "blocks",
    "blockBytes",
    "firstNacks",
    "ttis",
)


def step_lengths(command, seconds, seed, lengths=(1, 10, 100, 1000)):
    """The same time in steps of several lengths: the same totals?"""
    totals = {}
    for millis in lengths:
        with Cell(command, scenario(), seed) as cell:
            windows = [cell.step(millis, [10, 30, 60] * 3 if i == 0 else None) for i in range(seconds * 1000 // millis)]
        totals[millis] = {
            name: [sum(window["slices"][i][name] for window in windows) for i in range(3)] for name in _SUMS
        }
        # Each window rounds the sum of its delays down to whole microseconds.
        del totals[millis]["delaySumMicros"]
    return {
        "lengths": list(lengths),
        "same": all(total == totals[lengths[0]] for total in totals.values()),
        "totals": totals[lengths[0]],
    }


def window_hash(command, seconds, seed):
    """A digest of all windows of a run under changing plans."""
    draw = random.Random(seed)
    digest = hashlib.sha256()
    with Cell(command, scenario(), seed) as cell:
        for _ in range(round(seconds * 10)):
            digest.update(json.dumps(cell.step(100, random_plan(draw, 3)), sort_keys=True).encode())
    return digest.hexdigest()


def determinism(command, seconds, seed):
    """The same seed twice and another seed once, each in a process of its own."""
    once, twice, other = (window_hash(command, seconds, each) for each in (seed, seed, seed + 1))
    return {"hash": once, "same": once == twice, "otherSeedDiffers": once != other}


def speed(command, seconds, seed, fading="epa3"):
    """Simulated seconds for each second of the worker's processor time, 9 UEs, steps of 100 ms."""
    began = time.monotonic()
    with Cell(command, scenario(fading=fading), seed) as cell:
        reset_wall, reset_cpu = time.monotonic() - began, cell.cpu_seconds()
        began = time.monotonic()
        events = sum(cell.step(100)["events"] for _ in range(round(seconds * 10)))
        wall, cpu = time.monotonic() - began, cell.cpu_seconds() - reset_cpu
    return {
        "fading": fading,
        "ues": 9,
        "simSecondsPerCpuSecond": round(seconds / cpu, 3),
        "simSecondsPerWallSecond": round(seconds / wall, 3),
        "eventsPerSimSecond": round(events / seconds),
        "resetCpuSeconds": round(reset_cpu, 3),
        "resetWallSeconds": round(reset_wall, 3),
        "loadAverage": os.getloadavg()[0],
    }


PARTS = {
    "quotas": lambda command, seconds, seed: [quotas(command, seconds, seed, prbs) for prbs in (25, 50, 100)],
    "hard-caps": hard_caps,
    "step-lengths": lambda command, seconds, seed: step_lengths(command, max(1, int(seconds // 5)), seed),
    "determinism": lambda command, seconds, seed: determinism(command, max(1, seconds / 5), seed),
    "speed": lambda command, seconds, seed: [speed(command, seconds, seed, each) for each in ("none", "epa3")],
}


def main():
    parser = argparse.ArgumentParser(prog="twinslice_ns3.measure", description=__doc__.split("\n", 2)[2])
    parser.add_argument("--worker", required=True, help="the program that runs one cell")
    parser.add_argument("--seconds", type=float, default=10, help="simulated, for each part (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(%(default)s)")
    parser.add_argument("--part", action="append", choices=sorted(PARTS), help="only this; may be repeated")
    options = parser.parse_args()
    for name in options.part or PARTS:
        print(json.dumps({name: PARTS[name]([options.worker], options.seconds, options.seed)}), flush=True)


if __name__ == "__main__":
    main()

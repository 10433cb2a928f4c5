# SPDX-License-Identifier: Apache-2.0
"""A worker without ns-3. The scenario says how it misbehaves: {"in": "reset" or "step", "by": "dying", ...}."""

import json
import os
import signal
import struct
import sys
import time


def frame(body):
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()


def misbehave(how):
    if how == "dying":
        print("assertion failed", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGABRT)
    elif how == "exiting":
        sys.exit(3)
    elif how == "hanging":
        time.sleep(600)
    elif how == "nonsense":
        frame(b"{")
    elif how == "endless":
        sys.stdout.buffer.write(b"\xff\xff\xff\xff")
        sys.stdout.buffer.flush()
        time.sleep(600)
    elif how == "refusing":
        frame(b'{"refused":"scenario.ues is missing"}')


def main():
    scenario, now = {}, 0
    while head := sys.stdin.buffer.read(4):
        request = json.loads(sys.stdin.buffer.read(struct.unpack(">I", head)[0]))
        scenario = request.get("scenario", scenario)
        if scenario.get("in") == request["call"]:
            misbehave(scenario["by"])
        elif request["call"] == "reset":
            frame(json.dumps({"ok": {"usablePrbs": 48, "slices": ["a"], "delayEdgesMillis": [1.0]}}).encode())
        else:
            now += request["millis"]
            frame(json.dumps({"ok": {"simMillis": now, "events": os.getpid(), "slices": []}}).encode())


if __name__ == "__main__":
    main()

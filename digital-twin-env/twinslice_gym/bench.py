"""How many environment steps a random agent makes in a second: python3 -m twinslice_gym.bench"""

import argparse
import json
import time

from .client import DEFAULT_ADDRESS
from .environment import TwinsliceVectorEnv


def measure(env, seconds):
    """Steps with random actions for so long; the steps a second include the resets between episodes."""
    env.reset(seed=1)
    env.action_space.seed(1)
    for _ in range(20):
        env.step(env.action_space.sample())
    calls = 0
    begun = time.perf_counter()
    while time.perf_counter() - begun < seconds:
        env.step(env.action_space.sample())
        calls += 1
    took = time.perf_counter() - begun
    return {
        "environments": env.num_envs,
        "envStepsPerSecond": round(calls * env.num_envs / took),
        "millisPerCall": round(1000 * took / calls, 3),
    }


def main():
    options = argparse.ArgumentParser(prog="python3 -m twinslice_gym.bench", description=__doc__.split(":")[0])
    options.add_argument("--envs", type=int, default=64, help="environments (default: %(default)s)")
    options.add_argument("--seconds", type=float, default=10, help="how long to measure (default: %(default)s)")
    options.add_argument("--scenario", default="factory-floor")
    options.add_argument("--address", help=f"a running server, such as {DEFAULT_ADDRESS}; otherwise one is started")
    asked = options.parse_args()
    where = {"address": asked.address} if asked.address else {"start_server": True}
    env = TwinsliceVectorEnv(asked.envs, asked.scenario, **where)
    try:
        print(json.dumps(measure(env, asked.seconds)))
    finally:
        env.close()


if __name__ == "__main__":
    main()

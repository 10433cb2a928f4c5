# SPDX-License-Identifier: Apache-2.0
"""python3 -m twinslice_ns3 --worker PROGRAM [--listen HOST:PORT] [--until-input-ends]"""

import argparse
import subprocess
import sys
import threading

from .supervisor import Supervisor, serve


def main():
    parser = argparse.ArgumentParser(prog="twinslice_ns3", description="Serves cells of ns-3 by gRPC.")
    parser.add_argument("--worker", required=True, help="the program that runs one cell, built from ns3-bridge/native")
    parser.add_argument("--listen", default="127.0.0.1:0", help="HOST:PORT; port 0 takes a free one (%(default)s)")
    parser.add_argument("--environments", type=int, default=16, help="how many may be open (%(default)s)")
    parser.add_argument("--seconds", type=float, default=120.0, help="longest that a call may take (%(default)s)")
    parser.add_argument("--until-input-ends", action="store_true", help="end with the standard input")
    options = parser.parse_args()
    if not 1 <= options.environments <= 1000 or not 0 < options.seconds <= 86400:
        parser.error("environments must be 1 to 1000, seconds above 0 and at most 86400")
    try:
        version = subprocess.run(
            [options.worker, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, text=True
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        sys.exit(f"{options.worker}: {failure}")
    if version.returncode != 0:
        sys.exit(f"{options.worker} --version ended with {version.returncode}: {version.stderr.strip()}")
    supervisor = Supervisor([options.worker], version.stdout.strip(), options.environments, options.seconds)
    try:
        server, port = serve(supervisor, options.listen, threads=options.environments + 4)
    except OSError as failure:
        sys.exit(str(failure))
    print(f"ns-3 {version.stdout.strip()} listens on {options.listen.rsplit(':', 1)[0]}:{port}", flush=True)
    try:
        if options.until_input_ends:
            while sys.stdin.buffer.read(4096):
                pass
        else:
            threading.Event().wait()
    except KeyboardInterrupt:
        pass
    server.stop(1).wait()
    supervisor.shut_down()


if __name__ == "__main__":
    main()

"""Starts and stops a gym server as a child of this process."""

import os
import pathlib
import queue
import re
import subprocess
import threading
import time

from .errors import ServerNotStarted

_LISTENS = re.compile(r"the gym listens on (\S+:\d+)")


def launcher():
    """The twinslice command: TWINSLICE_LAUNCHER, or the one of the repository that this file is in."""
    named = os.environ.get("TWINSLICE_LAUNCHER")
    path = pathlib.Path(named) if named else pathlib.Path(__file__).resolve().parents[2] / "twinslice"
    if not path.is_file():
        raise ServerNotStarted(
            f"there is no launcher {path}: start the server yourself (./twinslice gym) and give its address, or set"
            " TWINSLICE_LAUNCHER"
        )
    return str(path)


class Server:
    """A running server. It ends with stop(), with this process, or at the end of a with block."""

    def __init__(self, command=None, timeout=900.0):
        """
        command: what to run instead of the launcher; it must say where it listens and end when its input ends.
        timeout: seconds until it must listen; the launcher's first use builds, which takes minutes.
        """
        if command is None:
            command = [launcher(), "gym", "--port=0", "--until-input-ends"]
        try:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        except OSError as failure:
            raise ServerNotStarted(f"{command[0]}: {failure}") from failure
        lines = queue.Queue()
        self._reader = threading.Thread(target=self._read, args=(lines,), daemon=True)
        self._reader.start()
        try:
            self.address = self._listening(lines, time.monotonic() + timeout)
        except BaseException:
            self.stop()
            raise

    def stop(self, patience=10.0):
        """Ends it: by the end of its input, then by SIGTERM, then by SIGKILL."""
        for end in (lambda: None, self.process.terminate, self.process.kill):
            end()
            try:
                if self.process.stdin and not self.process.stdin.closed:
                    self.process.stdin.close()
            except OSError:
                pass
            try:
                self.process.wait(patience)
                break
            except subprocess.TimeoutExpired:
                continue
        self._reader.join(patience)
        self.process.stdout.close()

    def _read(self, lines):
        for line in self.process.stdout:
            lines.put(line)
        lines.put(None)

    def _listening(self, lines, deadline):
        while True:
            try:
                line = lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise ServerNotStarted("the server did not say in time where it listens") from None
            if line is None:
                raise ServerNotStarted(f"the server ended at once with exit code {self.process.wait(10)}")
            found = _LISTENS.search(line)
            if found:
                return found.group(1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

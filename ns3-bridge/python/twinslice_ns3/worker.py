# SPDX-License-Identifier: Apache-2.0
"""One worker: a process with one cell of ns-3, spoken to by frames on its standard streams."""

import json
import os
import select
import signal
import struct
import subprocess
import tempfile
import time

MAX_FRAME_BYTES = 1 << 20
_LAST_WORDS_BYTES = 400


class Refused(Exception):
    """The worker will not do that; it goes on."""


class Died(Exception):
    """The worker is gone."""


class TooSlow(Exception):
    """The worker did not answer in time and was killed."""


class Worker:
    """Not thread-safe. After Died and TooSlow only close() may follow."""

    def __init__(self, command):
        self._stderr = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._stderr, bufsize=0
            )
        except OSError as failure:
            self._stderr.close()
            raise Died(f"{command[0]}: {failure}") from failure
        os.set_blocking(self._process.stdin.fileno(), False)
        os.set_blocking(self._process.stdout.fileno(), False)

    @property
    def pid(self):
        return self._process.pid

    def call(self, request, seconds):
        """Sends one request and waits so long for its answer."""
        deadline = time.monotonic() + seconds
        body = json.dumps(request, separators=(",", ":")).encode()
        if len(body) > MAX_FRAME_BYTES:
            raise Refused(f"a request of {len(body)} bytes is too long")
        self._write(struct.pack(">I", len(body)) + body, deadline)
        (length,) = struct.unpack(">I", self._read(4, deadline))
        if length > MAX_FRAME_BYTES:
            self.close()
            raise Died(f"the worker announced an answer of {length} bytes and was killed")
        try:
            answer = json.loads(self._read(length, deadline))
        except ValueError:
            self.close()
            raise Died("the worker's answer is no JSON; it was killed") from None
        if "refused" in answer:
            raise Refused(answer["refused"])
        return answer["ok"]

    def close(self):
        """Kills the process if it still runs. Harmless when repeated."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()
        self._stderr.close()

    def _write(self, data, deadline):
        view = memoryview(data)
        while view:
            self._await(self._process.stdin, select.POLLOUT, deadline)
            try:
                view = view[os.write(self._process.stdin.fileno(), view) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise self._died() from None

    def _read(self, length, deadline):
        parts = []
        while length > 0:
            self._await(self._process.stdout, select.POLLIN, deadline)
            try:
                part = os.read(self._process.stdout.fileno(), length)
            except BlockingIOError:
                continue
            if not part:
                raise self._died()
            parts.append(part)
            length -= len(part)
        return b"".join(parts)

    def _await(self, stream, event, deadline):
        poll = select.poll()
        poll.register(stream, event)
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            self.close()
            raise TooSlow("the worker did not answer in time and was killed")

    def _died(self):
        try:
            status = self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, self._stderr.tell() - _LAST_WORDS_BYTES))
        words = self._stderr.read().decode(errors="replace").strip()
        how = f"by {signal.Signals(-status).name}" if status < 0 else f"with exit status {status}"
        self.close()
        return Died(f"the worker ended {how}" + (f": {words}" if words else ""))

# SPDX-License-Identifier: Apache-2.0
"""The gRPC service: which environments there are, how long each may take, and what their ends are called."""

import json
import re
import threading
import time
from concurrent import futures

import grpc

from . import schema
from .worker import Died, Refused, TooSlow, Worker

MAX_SCENARIO_CHARACTERS = 1 << 19
_MAX_PING_CHARACTERS = 1024
_NAME = re.compile(r"[a-z0-9-]{1,64}")


def _snake(name):
    return re.sub("([A-Z])", lambda upper: "_" + upper.group(1).lower(), name)


class _Environment:
    def __init__(self):
        self.lock = threading.Lock()
        self.worker = None
        self.touched = time.monotonic()

    def end(self):
        if self.worker:
            self.worker.close()
            self.worker = None


class Supervisor:
    """Thread-safe. Calls of one environment wait for each other; environments do not wait for one another."""

    def __init__(self, command, version, environments=16, seconds=120.0, idle_seconds=900.0):
        """
        command: starts a worker
        environments: how many may be open
        seconds: the longest that a call may take
        idle_seconds: an environment that nobody calls for so long is closed
        """
        self._command = command
        self._version = version
        self._most = environments
        self._seconds = seconds
        self._idle = idle_seconds
        self._lock = threading.Lock()
        self._environments = {}

    def ping(self, request, context):
        if len(request.payload) > _MAX_PING_CHARACTERS:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "payload is longer than 1024 characters")
        return schema.PingReply(payload=request.payload, ns3_version=self._version)

    def reset(self, request, context):
        if not _NAME.fullmatch(request.environment):
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "environment must be 1 to 64 of a-z, 0-9 and -")
        if len(request.scenario) > MAX_SCENARIO_CHARACTERS:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "scenario is longer than 512 KiB")
        try:
            scenario = json.loads(request.scenario)
        except (ValueError, RecursionError) as failure:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, f"scenario is no JSON: {failure}")
        self._close_idle()
        environment = self._open(request.environment, context)
        with environment.lock:
            environment.end()
            answer = self._call(
                environment, {"call": "reset", "scenario": scenario, "seed": request.seed}, context, fresh=True
            )
        return schema.ResetReply(
            usable_prbs=answer["usablePrbs"],
            slices=answer["slices"],
            delay_edges_millis=answer["delayEdgesMillis"],
        )

    def step(self, request, context):
        environment = self._environments.get(request.environment)
        if environment is None:
            context.abort(grpc.StatusCode.FAILED_PRECONDITION, "no such environment: reset it first")
        call = {"call": "step", "millis": request.millis}
        if request.plan:
            call["plan"] = list(request.plan)
        with environment.lock:
            if environment.worker is None:
                context.abort(grpc.StatusCode.FAILED_PRECONDITION, "the environment has no worker: reset it first")
            began = time.monotonic()
            answer = self._call(environment, call, context)
            took = time.monotonic() - began
        return schema.StepReply(
            sim_millis=answer["simMillis"],
            events=answer["events"],
            wall_micros=round(took * 1e6),
            slices=[
                schema.SliceWindow(**{_snake(name): value for name, value in window.items()})
                for window in answer["slices"]
            ],
        )

    def close(self, request, _context):
        with self._lock:
            environment = self._environments.pop(request.environment, None)
        if environment:
            with environment.lock:
                environment.end()
        return schema.CloseReply()

    def shut_down(self):
        with self._lock:
            environments = list(self._environments.values())
            self._environments.clear()
        for environment in environments:
            with environment.lock:
                environment.end()

    def workers(self):
        """Process ids of the environments that have one, by name."""
        with self._lock:
            return {name: each.worker.pid for name, each in self._environments.items() if each.worker}

    def _open(self, name, context):
        with self._lock:
            environment = self._environments.get(name)
            if environment is None:
                if len(self._environments) >= self._most:
                    context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, f"{self._most} environments are open already")
                environment = self._environments[name] = _Environment()
            environment.touched = time.monotonic()
            return environment

    def _close_idle(self):
        now = time.monotonic()
        with self._lock:
            idle = [
                name
                for name, each in self._environments.items()
                if now - each.touched > self._idle and not each.lock.locked()
            ]
            ended = [self._environments.pop(name) for name in idle]
        for environment in ended:
            with environment.lock:
                environment.end()

    def _call(self, environment, call, context, fresh=False):
        remaining = context.time_remaining()
        seconds = self._seconds if remaining is None else min(self._seconds, remaining)
        environment.touched = time.monotonic()
        try:
            if fresh:
                environment.worker = Worker(self._command)
            return environment.worker.call(call, seconds)
        except Refused as refused:
            if fresh:
                environment.end()
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(refused))
        except Died as died:
            environment.worker = None
            context.abort(grpc.StatusCode.ABORTED, str(died))
        except TooSlow as slow:
            environment.worker = None
            context.abort(grpc.StatusCode.DEADLINE_EXCEEDED, str(slow))
        finally:
            environment.touched = time.monotonic()


def serve(supervisor, address, threads=16):
    """Starts the service; answers with the server and its port."""
    methods = {
        name: grpc.unary_unary_rpc_method_handler(
            getattr(supervisor, name.lower()),
            request_deserializer=getattr(schema, name + "Request").FromString,
            response_serializer=getattr(schema, name + "Reply").SerializeToString,
        )
        for name in ("Ping", "Reset", "Step", "Close")
    }
    server = grpc.server(
        futures.ThreadPoolExecutor(max_workers=threads),
        options=[("grpc.so_reuseport", 0), ("grpc.max_receive_message_length", 4 << 20)],
    )
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(schema.SERVICE, methods),))
    port = server.add_insecure_port(address)
    if port == 0:
        raise OSError(f"cannot listen on {address}")
    server.start()
    return server, port

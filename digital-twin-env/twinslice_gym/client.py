"""Calls to the gym, each with a deadline, and their errors as types."""

import dataclasses

import grpc
import numpy as np

from . import schema
from .errors import (
    InvalidRequest,
    NoEpisode,
    NoRoom,
    ServerLost,
    SessionBusy,
    SessionEnded,
    TimedOut,
    TwinsliceError,
)

DEFAULT_ADDRESS = "127.0.0.1:50551"

_ERRORS = {
    grpc.StatusCode.INVALID_ARGUMENT: InvalidRequest,
    grpc.StatusCode.OUT_OF_RANGE: InvalidRequest,
    grpc.StatusCode.FAILED_PRECONDITION: NoEpisode,
    grpc.StatusCode.DEADLINE_EXCEEDED: TimedOut,
    grpc.StatusCode.UNAVAILABLE: ServerLost,
    grpc.StatusCode.CANCELLED: ServerLost,
    grpc.StatusCode.NOT_FOUND: SessionEnded,
    grpc.StatusCode.RESOURCE_EXHAUSTED: NoRoom,
    grpc.StatusCode.ABORTED: SessionBusy,
}

# A host that vanished without a word is noticed even where a long timeout was asked for; and a name server or a proxy
# has no say in what is said on this machine.
_CHANNEL = [
    ("grpc.keepalive_time_ms", 10_000),
    ("grpc.keepalive_timeout_ms", 10_000),
    ("grpc.http2.max_pings_without_data", 0),
    ("grpc.max_receive_message_length", 64 << 20),
    ("grpc.enable_http_proxy", 0),
    ("grpc.use_local_subchannel_pool", 1),
]


@dataclasses.dataclass(frozen=True)
class Twin:
    """A twin and what it was promised; a promise that does not apply has its neutral value (see docs/gym.md)."""

    name: str
    sst: int
    sd: int
    deadline_millis: int
    reliability: float
    aoi_limit_millis: int
    min_kbit_per_second: int
    priority: float


@dataclasses.dataclass(frozen=True)
class Cell:
    """What the environments of a session have in common."""

    session: str
    measurements: tuple
    twins: tuple
    prb_count: int
    window_millis: int
    windows: int


class Client:
    """A connection to the gym. Thread-safe, as far as two threads do not step one session."""

    def __init__(self, address=DEFAULT_ADDRESS, timeout=30.0):
        """
        address: host:port. timeout: of every call, in seconds. Connects at the first call.
        """
        if not timeout > 0:
            raise InvalidRequest(f"timeout must be positive, not {timeout}")
        self.address = address
        self.timeout = float(timeout)
        self._channel = grpc.insecure_channel(address, options=_CHANNEL)
        self._calls = {
            name: self._channel.unary_unary(
                f"/{schema.SERVICE}/{name}",
                request_serializer=lambda message: message.SerializeToString(),
                response_deserializer=reply.FromString,
            )
            for name, reply in (
                ("List", schema.ListReply),
                ("Open", schema.OpenReply),
                ("Reset", schema.StepReply),
                ("Step", schema.StepReply),
                ("Close", schema.CloseReply),
            )
        }

    def scenarios(self):
        """What the server offers: {name: description}."""
        return {each.name: each.description for each in self._call("List", schema.ListRequest()).scenarios}

    def open(self, scenario, count, windows=0):
        """Opens a session of so many environments and tells about their Cell; windows 0 is the scenario's own."""
        try:
            request = schema.OpenRequest(scenario=scenario, count=count, windows=windows)
        except (TypeError, ValueError) as unfit:
            raise InvalidRequest(f"scenario {scenario!r}, count {count!r}, windows {windows!r}: {unfit}") from unfit
        reply = self._call("Open", request)
        return Cell(
            reply.session,
            tuple(reply.measurements),
            tuple(
                Twin(*(getattr(twin, field.name) for field in dataclasses.fields(Twin))) for twin in reply.twins
            ),
            reply.prb_count,
            reply.window_millis,
            reply.windows,
        )

    def reset(self, cell, seeds, environments=()):
        """Begins episodes in the environments named, or in all."""
        try:
            request = schema.ResetRequest(session=cell.session, seeds=seeds, environments=environments)
        except (TypeError, ValueError) as unfit:
            raise InvalidRequest(f"seeds are whole numbers from 0 to 2**63 - 1: {unfit}") from unfit
        return Batch(self._call("Reset", request), cell)

    def step(self, cell, action, values, autoreset):
        """Steps all environments; action is "plan" or "shares", values their numbers in an array."""
        request = schema.StepRequest(session=cell.session, autoreset=autoreset)
        if action == "plan":
            request.plans.percent.extend(values.ravel().tolist())
        else:
            request.shares.values.extend(values.ravel().tolist())
        return Batch(self._call("Step", request), cell)

    def end(self, cell):
        """Ends a session. An error here hurts nobody: idle sessions end by themselves."""
        try:
            self._call("Close", schema.CloseRequest(session=cell.session), timeout=min(2.0, self.timeout))
        except TwinsliceError:
            pass

    def close(self):
        self._channel.close()

    def _call(self, name, request, timeout=None):
        try:
            return self._calls[name](request, timeout=timeout or self.timeout)
        except grpc.RpcError as failure:
            kind = _ERRORS.get(failure.code(), ServerLost)
            words = failure.details() or failure.code().name
            if kind is TimedOut:
                words = f"no answer from {self.address} within {timeout or self.timeout} s"
            elif kind is ServerLost:
                words = f"{self.address}: {words}"
            raise kind(words) from failure
        except ValueError as closed:
            # What grpc says of a channel that was closed.
            raise ServerLost(f"{self.address}: {closed}") from closed


class Batch:
    """A reply as arrays; the first axis is the environment."""

    def __init__(self, reply, cell):
        self.outcomes = np.array(reply.outcomes, dtype=np.int32)
        count, slices = len(self.outcomes), len(cell.twins)
        try:
            self.observations = np.concatenate(
                (
                    np.array(reply.measurements, dtype=np.float32).reshape(count, slices, -1),
                    np.array(reply.quotas, dtype=np.float32).reshape(count, slices, 3),
                ),
                axis=2,
            )
            self.costs = np.array(reply.costs, dtype=np.float64).reshape(count, slices, 3)
            self.broken = np.array(reply.broken, dtype=np.bool_).reshape(count, slices)
        except ValueError as unfit:
            raise ServerLost(f"the reply does not fit {slices} slices: {unfit}") from unfit
        self.rewards = np.array(reply.rewards, dtype=np.float64)
        self.window_end_millis = np.array(reply.window_end_millis, dtype=np.int64)
        self.failures = list(reply.failures)

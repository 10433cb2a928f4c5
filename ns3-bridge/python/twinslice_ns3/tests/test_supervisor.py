# SPDX-License-Identifier: Apache-2.0
"""What the supervisor makes of workers that behave and of those that do not. Needs no ns-3."""

import json
import os
import pathlib
import signal
import sys
import unittest

import grpc

from twinslice_ns3 import schema
from twinslice_ns3.supervisor import Supervisor, serve

STAND_IN = [sys.executable, "-B", str(pathlib.Path(__file__).with_name("stand_in.py"))]


class Client:
    def __init__(self, port):
        self.channel = grpc.insecure_channel(f"127.0.0.1:{port}")

    def call(self, name, timeout=60, **fields):
        method = self.channel.unary_unary(
            f"/{schema.SERVICE}/{name}",
            request_serializer=getattr(schema, name + "Request").SerializeToString,
            response_deserializer=getattr(schema, name + "Reply").FromString,
        )
        return method(getattr(schema, name + "Request")(**fields), timeout=timeout, wait_for_ready=True)


class SupervisorTest(unittest.TestCase):
    def setUp(self):
        self.start(STAND_IN)

    def start(self, command):
        self.supervisor = Supervisor(command, "3.37", environments=2, seconds=20)
        self.server, port = serve(self.supervisor, "127.0.0.1:0", threads=4)
        self.client = Client(port)
        self.addCleanup(self.stop, self.supervisor, self.server, self.client)

    @staticmethod
    def stop(supervisor, server, client):
        client.channel.close()
        server.stop(0).wait()
        supervisor.shut_down()

    def reset(self, name="a", **misbehaviour):
        return self.client.call("Reset", environment=name, scenario=json.dumps(misbehaviour), seed=1)

    def step(self, name="a", **fields):
        return self.client.call("Step", environment=name, millis=100, **fields)

    def refused(self, code, call, *args, **kwargs):
        with self.assertRaises(grpc.RpcError) as caught:
            call(*args, **kwargs)
        self.assertEqual(caught.exception.code(), code)
        return caught.exception.details()

    def test_a_ping_comes_back_with_the_version_of_ns3(self):
        reply = self.client.call("Ping", payload="hello")
        self.assertEqual((reply.payload, reply.ns3_version), ("hello", "3.37"))

    def test_an_environment_is_reset_and_stepped(self):
        self.assertEqual(self.reset().usable_prbs, 48)
        self.assertEqual([self.step().sim_millis for _ in range(3)], [100, 200, 300])

    def test_every_reset_has_a_process_of_its_own_and_ends_the_one_before(self):
        pids = []
        for _ in range(3):
            self.reset()
            pids.append(self.step().events)
        self.assertEqual(len(set(pids)), 3)
        for pid in pids[:2]:
            self.assertFalse(os.path.exists(f"/proc/{pid}"))

    def test_a_close_ends_the_process_and_may_be_repeated(self):
        self.reset()
        pid = self.step().events
        self.client.call("Close", environment="a")
        self.client.call("Close", environment="a")
        self.assertFalse(os.path.exists(f"/proc/{pid}"))
        self.refused(grpc.StatusCode.FAILED_PRECONDITION, self.step)

    def test_a_step_before_a_reset_is_refused(self):
        self.assertIn("reset", self.refused(grpc.StatusCode.FAILED_PRECONDITION, self.step))

    def test_a_worker_that_dies_is_aborted_with_its_last_words_and_the_next_reset_works(self):
        self.reset("b")
        self.reset(**{"in": "step", "by": "dying"})
        said = self.refused(grpc.StatusCode.ABORTED, self.step)
        self.assertIn("SIGABRT", said)
        self.assertIn("assertion failed", said)
        self.refused(grpc.StatusCode.FAILED_PRECONDITION, self.step)
        self.assertEqual(self.step("b").sim_millis, 100)
        self.reset()
        self.assertEqual(self.step().sim_millis, 100)

    def test_a_worker_that_is_killed_is_aborted(self):
        self.reset()
        os.kill(self.supervisor.workers()["a"], signal.SIGKILL)
        self.assertIn("SIGKILL", self.refused(grpc.StatusCode.ABORTED, self.step))

    def test_a_worker_that_dies_in_its_reset_is_aborted_with_its_status(self):
        said = self.refused(grpc.StatusCode.ABORTED, self.reset, **{"in": "reset", "by": "exiting"})
        self.assertIn("exit status 3", said)

    def test_a_worker_that_hangs_is_killed_at_the_callers_deadline(self):
        self.reset(**{"in": "step", "by": "hanging"})
        pid = self.supervisor.workers()["a"]
        self.refused(
            grpc.StatusCode.DEADLINE_EXCEEDED, self.client.call, "Step", environment="a", millis=1, timeout=0.3
        )
        self.reset()
        self.assertFalse(os.path.exists(f"/proc/{pid}"))

    def test_answers_that_cannot_be_are_aborted(self):
        for how in ("nonsense", "endless"):
            with self.subTest(how):
                self.reset(**{"in": "step", "by": how})
                self.refused(grpc.StatusCode.ABORTED, self.step)
                self.assertEqual(self.supervisor.workers(), {})

    def test_what_the_worker_refuses_is_an_invalid_argument(self):
        said = self.refused(grpc.StatusCode.INVALID_ARGUMENT, self.reset, **{"in": "reset", "by": "refusing"})
        self.assertIn("scenario.ues is missing", said)

    def test_malformed_requests_change_nothing(self):
        self.reset()
        invalid = grpc.StatusCode.INVALID_ARGUMENT
        for name in ("", "A", "a/b", "a" * 65):
            self.refused(invalid, self.client.call, "Reset", environment=name, scenario="{}")
        for scenario in ("", "{", "[" * 100000, "x" * (1 << 19) + "x"):
            self.refused(invalid, self.client.call, "Reset", environment="a", scenario=scenario)
        self.refused(invalid, self.client.call, "Ping", payload="x" * 1025)
        self.assertEqual(self.step().sim_millis, 100)

    def test_more_environments_than_there_may_be_are_refused(self):
        self.reset("a")
        self.reset("b")
        self.refused(grpc.StatusCode.RESOURCE_EXHAUSTED, self.reset, "c")
        self.client.call("Close", environment="a")
        self.reset("c")

    def test_a_worker_that_is_not_there_is_aborted(self):
        self.start(["/nowhere/twinslice-ns3"])
        self.assertIn("/nowhere", self.refused(grpc.StatusCode.ABORTED, self.reset))

    def test_many_resets_leave_no_descriptors_and_no_processes(self):
        self.reset()
        before = len(os.listdir("/proc/self/fd"))
        for _ in range(10):
            self.reset()
        self.assertLessEqual(len(os.listdir("/proc/self/fd")), before)
        self.assertEqual(len(self.supervisor.workers()), 1)

"""A server that dies, hangs or never comes up is a typed error, and never a hang."""

import os
import pathlib
import signal
import socket
import sys
import threading
import time
import unittest
from unittest import mock

import twinslice_gym
from twinslice_gym import Client, Server, ServerLost, ServerNotStarted, SessionEnded, TimedOut
from twinslice_gym.tests import gym_under_test as gym


class ServerTest(unittest.TestCase):
    def test_a_killed_server_is_an_error_at_once_and_a_new_one_is_found_by_reset(self):
        server = Server(gym.command())
        self.addCleanup(server.stop)
        env = gym.env(address=server.address)
        self.addCleanup(env.close)
        vector = gym.vector(3, address=server.address)
        self.addCleanup(vector.close)
        env.reset(seed=1)
        vector.reset(seed=1)
        env.step(env.action_space.sample())
        server.process.kill()
        server.process.wait(10)
        begun = time.monotonic()
        with self.assertRaises(ServerLost):
            env.step(env.action_space.sample())
        with self.assertRaises(ServerLost):
            vector.step(vector.action_space.sample())
        with self.assertRaises(ServerLost):
            env.reset(seed=1)
        self.assertLess(time.monotonic() - begun, 10, "none of them waited for the timeout")

    def test_a_session_that_the_server_forgot_is_named_and_reset_takes_another(self):
        env = gym.env()
        self.addCleanup(env.close)
        first = env.reset(seed=1)[0]
        other = Client(gym.address())
        self.addCleanup(other.close)
        other.end(env._cells.cell)
        with self.assertRaisesRegex(SessionEnded, "no such session"):
            env.step(env.action_space.sample())
        self.assertTrue((env.reset(seed=1)[0] == first).all())

    def test_a_peer_that_never_answers_is_a_timeout(self):
        with socket.create_server(("127.0.0.1", 0)) as mute:
            begun = time.monotonic()
            with self.assertRaises((TimedOut, ServerLost)) as raised:
                gym.env(address="127.0.0.1:%d" % mute.getsockname()[1], timeout=0.5)
            self.assertLess(time.monotonic() - begun, 10)
            self.assertIsInstance(raised.exception, (TimeoutError, ConnectionError))

    def test_a_server_frozen_in_the_middle_is_a_timeout(self):
        server = Server(gym.command())
        self.addCleanup(server.stop)
        env = gym.env(address=server.address, timeout=1.0)
        self.addCleanup(env.close)
        env.reset(seed=1)
        server.process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, server.process.pid, os.WSTOPPED)
        try:
            with self.assertRaisesRegex(TimedOut, "within 1.0 s"):
                env.step(env.action_space.sample())
        finally:
            server.process.send_signal(signal.SIGCONT)

    def test_a_server_killed_in_the_middle_of_a_call_ends_the_call(self):
        server = Server(gym.command())
        self.addCleanup(server.stop)
        env = gym.env(address=server.address, timeout=60.0)
        self.addCleanup(env.close)
        env.reset(seed=1)
        # Frozen, it cannot answer before it dies.
        server.process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, server.process.pid, os.WSTOPPED)
        killer = threading.Timer(0.3, server.process.kill)
        killer.start()
        self.addCleanup(killer.join)
        begun = time.monotonic()
        with self.assertRaises(ServerLost):
            env.step(env.action_space.sample())
        self.assertLess(time.monotonic() - begun, 20)

    def test_a_server_of_ones_own_starts_and_ends_with_the_environment(self):
        with mock.patch("twinslice_gym.environment.Server", lambda: Server(gym.command())):
            env = twinslice_gym.TwinsliceEnv(gym.SCENARIO, windows=2, start_server=True)
        process = env._cells._server.process
        try:
            env.reset(seed=1)
        finally:
            env.close()
        self.assertEqual(process.poll(), 0)

    def test_a_server_that_does_not_come_up_is_told(self):
        with self.assertRaisesRegex(ServerNotStarted, "exit code 3"):
            Server([sys.executable, "-c", "raise SystemExit(3)"])
        with self.assertRaisesRegex(ServerNotStarted, "in time"):
            Server([sys.executable, "-c", "input()"], timeout=0.3)
        with self.assertRaisesRegex(ServerNotStarted, "/nowhere"):
            Server(["/nowhere/twinslice"])

    def test_the_launcher_is_that_of_the_repository_or_the_one_named(self):
        found = pathlib.Path(twinslice_gym.server.launcher())
        self.assertEqual(found.name, "twinslice")
        self.assertTrue((found.parent / "pom.xml").is_file())
        with mock.patch.dict(os.environ, {"TWINSLICE_LAUNCHER": "/nowhere/at/all"}):
            with self.assertRaisesRegex(ServerNotStarted, "/nowhere/at/all"):
                twinslice_gym.server.launcher()

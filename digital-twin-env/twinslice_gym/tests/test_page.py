"""What docs/gym.md shows works."""

import contextlib
import io
import pathlib
import re
import unittest
from unittest import mock

from twinslice_gym import Server, errors
from twinslice_gym.tests import gym_under_test as gym

PAGE = (pathlib.Path(__file__).resolve().parents[3] / "docs" / "gym.md").read_text(encoding="utf-8")


class PageTest(unittest.TestCase):
    def test_the_ten_lines_run(self):
        lines = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL).group(1)
        printed = io.StringIO()
        with mock.patch("twinslice_gym.environment.Server", lambda: Server(gym.command())):
            with contextlib.redirect_stdout(printed):
                exec(compile(lines, "docs/gym.md", "exec"), {})
        self.assertRegex(printed.getvalue(), r"-\d+\.\d of the promises")

    def test_it_names_every_measurement_and_every_error(self):
        env = gym.env()
        self.addCleanup(env.close)
        for name in env.observation_names:
            self.assertIn(f"`{name}`", PAGE)
        for name, kind in vars(errors).items():
            if isinstance(kind, type) and kind is not errors.TwinsliceError:
                self.assertRegex(PAGE, rf"\| `{name}` \| `{kind.__mro__[2].__name__}` \|")

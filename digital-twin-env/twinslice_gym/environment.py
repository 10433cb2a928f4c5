"""The two environments: one cell, and many cells in one message."""

import numpy as np

from . import schema
from .client import DEFAULT_ADDRESS, Client
from .errors import EpisodeFailed, InvalidRequest, NoEpisode, TwinsliceError
from .server import Server
from .spaces import Box, Env, VectorEnv, batched, next_step_autoreset

ACTIONS = ("shares", "plan")

_BOUNDS = {"TWS.AoiOverLimit": 1000, "TWS.CqiMean": 150, "TWS.CqiLow": 150}
_QUOTA = ("dedicatedPercent", "minPercent", "maxPercent")
_LARGEST_SEED = 2**63 - 1


class _Cells:
    """Environments of one scenario on a server, and the server itself where it was started for them."""

    def __init__(self, scenario, count, windows, action, address, start_server, timeout):
        if action not in ACTIONS:
            raise InvalidRequest(f"action is one of {', '.join(ACTIONS)}, not {action!r}")
        self._scenario, self._count, self._windows = scenario, count, windows or 0
        self._action = action
        self._open = False
        self._client = None
        self._server = Server() if start_server else None
        try:
            self._client = Client(self._server.address if self._server else address, timeout)
            self._enter()
        except BaseException:
            self.close()
            raise
        slices = len(self.cell.twins)
        high = [_BOUNDS.get(name, 2**31) for name in self.cell.measurements] + [100] * len(_QUOTA)
        self.observation_names = self.cell.measurements + _QUOTA
        self.observation_box = Box(
            np.zeros((slices, len(high)), np.float32), np.tile(np.array(high, np.float32), (slices, 1)), dtype=np.float32
        )
        if action == "shares":
            self.action_box = Box(-1.0, 1.0, shape=(slices, 4), dtype=np.float32)
        else:
            self.action_box = Box(0, 100, shape=(slices, 3), dtype=np.int32)

    def reset(self, seeds, which=()):
        if self._client is None:
            raise NoEpisode("this environment was closed")
        if not self._open:
            self._enter()
        return self._keeping(lambda: self._client.reset(self.cell, seeds, which))

    def step(self, actions, autoreset):
        if not self._open:
            raise NoEpisode("no episode is running: call reset first")
        values = np.asarray(actions)
        wanted = (self._count, *self.action_box.shape)
        if values.shape != wanted:
            raise InvalidRequest(f"the action has the shape {values.shape}, not {wanted}")
        if self._action == "plan":
            if values.dtype.kind not in "iu":
                raise InvalidRequest(f"a plan is in whole percents, not {values.dtype}")
            if values.size and (values.min() < 0 or values.max() > 100):
                raise InvalidRequest(f"percents are 0..100, not {values.min()}..{values.max()}")
        else:
            if values.dtype.kind not in "fiu":
                raise InvalidRequest(f"shares are numbers, not {values.dtype}")
            values = np.clip(values, -1, 1).astype(np.float32)
            if np.isnan(values).any():
                raise InvalidRequest("an action has no NaN")
        return self._keeping(lambda: self._client.step(self.cell, self._action, values, autoreset))

    def close(self):
        client, self._client = self._client, None
        server, self._server = self._server, None
        if client is not None:
            if self._open:
                client.end(self.cell)
            client.close()
        self._open = False
        if server is not None:
            server.stop()

    def _enter(self):
        self.cell = self._client.open(self._scenario, self._count, self._windows)
        self._open = True

    def _keeping(self, call):
        """After anything but a refusal nobody knows where the cells are: the next reset takes others."""
        try:
            return call()
        except (InvalidRequest, NoEpisode):
            raise
        except TwinsliceError:
            self._open = False
            raise


class TwinsliceEnv(Env):
    """
    One cell, one decision window a step.

    Observation: float32 (slices, values), the measurements of the last window and the plan that was in force, in the
    order of observation_names. Action "shares": float32 (slices, 4) in -1..1, always feasible: weight, guarantee,
    dedication, headroom. Action "plan": int32 (slices, 3), dedicated, minimum and maximum ratio in percent; one that is
    not feasible is refused with InvalidRequest. Reward: -1..0, minus the share of the priorities whose promise the
    window broke. info: costs (slices, 3) for late packets, age of information and rate; broken (slices);
    window_end_millis.
    """

    metadata = {"render_modes": []}

    def __init__(
        self,
        scenario="factory-floor",
        *,
        windows=None,
        action="shares",
        address=DEFAULT_ADDRESS,
        start_server=False,
        timeout=30.0,
        render_mode=None,
    ):
        """
        windows: of an episode, the scenario's own if None. address: of a running server. start_server: whether to
        start one (which stops with this environment). timeout: of every call, in seconds.
        """
        if render_mode is not None:
            raise InvalidRequest(f"there is no render mode {render_mode!r}")
        self.render_mode = None
        self._cells = _Cells(scenario, 1, windows, action, address, start_server, timeout)
        self.observation_space = self._cells.observation_box
        self.action_space = self._cells.action_box
        self.observation_names = self._cells.observation_names
        self.twins = self._cells.cell.twins

    def reset(self, *, seed=None, options=None):
        super().reset(seed=_checked(seed))
        episode = int(self.np_random.integers(_LARGEST_SEED)) if seed is None else int(seed)
        batch = self._cells.reset([episode])
        _raise_failure(batch)
        return batch.observations[0], _info(batch)

    def step(self, action):
        batch = self._cells.step(np.asarray(action)[None], autoreset=False)
        _raise_failure(batch)
        outcome = batch.outcomes[0]
        return (
            batch.observations[0],
            float(batch.rewards[0]),
            bool(outcome == schema.TERMINATED),
            bool(outcome == schema.TRUNCATED),
            _info(batch),
        )

    def render(self):
        return None

    def close(self):
        self._cells.close()


class TwinsliceVectorEnv(VectorEnv):
    """
    Many cells of one scenario, one message a step; spaces and values as in TwinsliceEnv with a first axis more.

    An environment whose episode has ended starts the next one at the following step, which ignores its action and has
    the reward 0 (Gymnasium's NEXT_STEP). Seeds are seed, seed + 1, ... and each later episode's follows from the one
    before. infos also has failed: the twin broke, so do not learn from this step; the next one resets it.
    """

    metadata = {"render_modes": [], "autoreset_mode": next_step_autoreset()}

    def __init__(
        self,
        num_envs=64,
        scenario="factory-floor",
        *,
        windows=None,
        action="shares",
        address=DEFAULT_ADDRESS,
        start_server=False,
        timeout=30.0,
        render_mode=None,
    ):
        if render_mode is not None:
            raise InvalidRequest(f"there is no render mode {render_mode!r}")
        self.render_mode = None
        self.num_envs = num_envs
        self._cells = _Cells(scenario, num_envs, windows, action, address, start_server, timeout)
        self.single_observation_space = self._cells.observation_box
        self.single_action_space = self._cells.action_box
        self.observation_space = batched(self.single_observation_space, num_envs)
        self.action_space = batched(self.single_action_space, num_envs)
        self.observation_names = self._cells.observation_names
        self.twins = self._cells.cell.twins
        self._observations = None

    def reset(self, *, seed=None, options=None):
        """seed: a number, one for each environment, or None. options: reset_mask names those to reset, others stay."""
        one = seed if seed is None or np.ndim(seed) == 0 else None
        super().reset(seed=_checked(one))
        if seed is None:
            seeds = self.np_random.integers(_LARGEST_SEED, size=self.num_envs)
        elif np.ndim(seed) == 0:
            seeds = [int(seed) + i for i in range(self.num_envs)]
        else:
            seeds = [int(self.np_random.integers(_LARGEST_SEED)) if each is None else each for each in seed]
        if len(seeds) != self.num_envs:
            raise InvalidRequest(f"{len(seeds)} seeds for {self.num_envs} environments")
        seeds = [int(_checked(each)) for each in seeds]
        mask = (options or {}).get("reset_mask")
        if mask is None:
            batch = self._cells.reset(seeds)
            self._observations = batch.observations
            return self._observations.copy(), _infos(batch)
        which = np.flatnonzero(np.asarray(mask, dtype=np.bool_))
        if np.shape(mask) != (self.num_envs,) or not len(which) or self._observations is None:
            raise InvalidRequest("reset_mask names at least one environment, after a reset of all of them")
        batch = self._cells.reset([seeds[i] for i in which], which.tolist())
        self._observations[which] = batch.observations
        return self._observations.copy(), _infos(batch, which, self.num_envs)

    def step(self, actions):
        batch = self._cells.step(actions, autoreset=True)
        self._observations = batch.observations
        return (
            batch.observations.copy(),
            batch.rewards,
            batch.outcomes == schema.TERMINATED,
            batch.outcomes == schema.TRUNCATED,
            _infos(batch),
        )

    def render(self):
        return None

    def close(self, **_):
        """Ends the session, and the server if it was started for this environment."""
        self.closed = True
        self._cells.close()


def _checked(seed):
    if seed is not None and not (np.issubdtype(type(seed), np.integer) and 0 <= seed <= _LARGEST_SEED):
        raise InvalidRequest(f"a seed is a whole number from 0 to 2**63 - 1, not {seed!r}")
    return None if seed is None else int(seed)


def _raise_failure(batch):
    if batch.outcomes[0] == schema.FAILED:
        raise EpisodeFailed(batch.failures[0] if batch.failures else "the server gave no reason")


def _info(batch):
    return {
        "costs": batch.costs[0],
        "broken": batch.broken[0],
        "window_end_millis": int(batch.window_end_millis[0]),
    }


def _infos(batch, which=None, count=None):
    infos = {
        "costs": batch.costs,
        "broken": batch.broken,
        "window_end_millis": batch.window_end_millis,
        "failed": batch.outcomes == schema.FAILED,
    }
    there = np.ones(len(batch.outcomes), np.bool_)
    if which is not None:
        there = np.zeros(count, np.bool_)
        there[which] = True
        for name, values in infos.items():
            spread = np.zeros((count, *values.shape[1:]), values.dtype)
            spread[which] = values
            infos[name] = spread
    return {**infos, **{"_" + name: there for name in infos}}

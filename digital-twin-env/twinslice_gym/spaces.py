"""Gymnasium's classes where it is installed, and otherwise the few of them that a gym needs."""

import numpy as np

try:
    import gymnasium
    from gymnasium import Env
    from gymnasium.spaces import Box
    from gymnasium.vector import VectorEnv
except ImportError:
    gymnasium = None

    class Box:
        """A box in R^n with bounds for each element, like gymnasium.spaces.Box."""

        def __init__(self, low, high, shape=None, dtype=np.float32, seed=None):
            self.dtype = np.dtype(dtype)
            shape = np.shape(low) if shape is None else tuple(shape)
            self.low = np.broadcast_to(np.asarray(low, self.dtype), shape).copy()
            self.high = np.broadcast_to(np.asarray(high, self.dtype), shape).copy()
            self.shape = shape
            self._rng = np.random.default_rng(seed)

        def seed(self, seed=None):
            self._rng = np.random.default_rng(seed)
            return seed

        def sample(self):
            if self.dtype.kind in "iu":
                return self._rng.integers(self.low, self.high, endpoint=True, dtype=self.dtype)
            return self._rng.uniform(self.low, self.high).astype(self.dtype)

        def contains(self, x):
            return bool(
                isinstance(x, np.ndarray)
                and np.can_cast(x.dtype, self.dtype)
                and x.shape == self.shape
                and np.all(x >= self.low)
                and np.all(x <= self.high)
            )

        __contains__ = contains

        def __eq__(self, other):
            return (
                isinstance(other, Box)
                and self.dtype == other.dtype
                and np.array_equal(self.low, other.low)
                and np.array_equal(self.high, other.high)
            )

        __hash__ = None

        def __repr__(self):
            return f"Box({self.low.min()}, {self.high.max()}, {self.shape}, {self.dtype})"

    class _Seeded:
        metadata = {"render_modes": []}
        spec = None
        render_mode = None
        _np_random = None

        def reset(self, *, seed=None, options=None):
            if seed is not None:
                self._np_random = np.random.default_rng(seed)

        @property
        def np_random(self):
            if self._np_random is None:
                self._np_random = np.random.default_rng()
            return self._np_random

        @property
        def unwrapped(self):
            return self

        def render(self):
            return None

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.close()
            return False

    class Env(_Seeded):
        """Like gymnasium.Env."""

    class VectorEnv(_Seeded):
        """Like gymnasium.vector.VectorEnv."""


def next_step_autoreset():
    """What Gymnasium calls an ended episode whose next step is the reset of the next one."""
    mode = getattr(getattr(gymnasium, "vector", None), "AutoresetMode", None)
    return mode.NEXT_STEP if mode else "NextStep"


def batched(box, count):
    """The box of so many boxes."""
    return Box(
        np.repeat(box.low[None], count, axis=0), np.repeat(box.high[None], count, axis=0), dtype=box.dtype.type
    )


def register():
    """Tells Gymnasium, where it is installed, about Twinslice-v0."""
    if gymnasium is not None and "Twinslice-v0" not in gymnasium.registry:
        gymnasium.register(
            "Twinslice-v0",
            entry_point="twinslice_gym.environment:TwinsliceEnv",
            vector_entry_point="twinslice_gym.environment:TwinsliceVectorEnv",
        )

"""The twin of a sliced radio cell as a gym.

    env = TwinsliceEnv("factory-floor", start_server=True)

plays one cell and TwinsliceVectorEnv many at once; both follow the Gymnasium API, and are Gymnasium environments where
Gymnasium is installed. Needs grpcio, protobuf and numpy. See docs/gym.md.
"""

from .client import DEFAULT_ADDRESS, Client, Twin
from .environment import ACTIONS, TwinsliceEnv, TwinsliceVectorEnv
from .errors import (
    EpisodeFailed,
    InvalidRequest,
    NoEpisode,
    NoRoom,
    ServerLost,
    ServerNotStarted,
    SessionBusy,
    SessionEnded,
    TimedOut,
    TwinsliceError,
)
from .server import Server
from .spaces import register

__all__ = [
    "ACTIONS",
    "Client",
    "DEFAULT_ADDRESS",
    "EpisodeFailed",
    "InvalidRequest",
    "NoEpisode",
    "NoRoom",
    "Server",
    "ServerLost",
    "ServerNotStarted",
    "SessionBusy",
    "SessionEnded",
    "TimedOut",
    "Twin",
    "TwinsliceEnv",
    "TwinsliceError",
    "TwinsliceVectorEnv",
]

register()

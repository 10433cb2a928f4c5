"""What can go wrong, as types. Every error of this package is a TwinsliceError."""


class TwinsliceError(Exception):
    """Any error of this package."""


class InvalidRequest(TwinsliceError, ValueError):
    """The gym refused a value, and says why; nothing was done, and the episode goes on."""


class NoEpisode(TwinsliceError, RuntimeError):
    """A step without a running episode: call reset first."""


class EpisodeFailed(TwinsliceError, RuntimeError):
    """The twin broke in the middle of an episode: do not learn from it; reset begins another."""


class ServerLost(TwinsliceError, ConnectionError):
    """The server died, refused the connection or closes; reset tries again."""


class ServerNotStarted(TwinsliceError, RuntimeError):
    """The server that this process wanted to start did not come up."""


class TimedOut(TwinsliceError, TimeoutError):
    """No answer within the timeout; the episode is lost, and reset begins another."""


class SessionEnded(TwinsliceError, ConnectionError):
    """The server has forgotten the session, for it was idle too long or the server was started anew; call reset."""


class SessionBusy(TwinsliceError, RuntimeError):
    """Two threads used one environment at the same time."""


class NoRoom(TwinsliceError, RuntimeError):
    """The server has as many sessions or environments as it allows."""

"""What a person is told when a command cannot go on: one line that says what to do next."""


class Stop(Exception):
    """A reason to stop that the person at the terminal can act on; it is shown as one line, never as a traceback."""

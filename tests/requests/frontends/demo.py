"""A demo in all but its process: the sample, served to development personas."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.identity.issuers import Issuers
from api.personas.opening import Personas
from tests.fixtures.serving import served


@dataclass(frozen=True)
class Demo:
    """`goldenthread token` finds it by the folder `data`."""

    personas: Personas
    data: Path

    def served(self) -> AbstractContextManager[str]:
        """At its address."""
        return served(self.personas.settings, self._entrance(), self.personas.settings.port)

    def served_with(self, **settings: Any) -> AbstractContextManager[str]:
        """At another port, with these settings, of any type; the same tokens count there."""
        return served(self.personas.settings.model_copy(update=settings), self._entrance())

    def _entrance(self) -> Issuers:
        return Issuers(self.personas.opened_tokens, self.personas.settings.request_timeout, self.personas.routes)

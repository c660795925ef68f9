"""The file of proposals: what it holds, read and validated. Each proposal is a YAML of its own, which may be broken."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from graph.refusals import Refused

from ..faults import first_reason

FILE = "/kep.yaml"


class NotTheProposals(Refused):
    """The file is not one of proposals."""

    code = "BAD_FILE"


def none_is_empty(value: object) -> object:
    return () if value is None else value


Texts = Annotated[tuple[str, ...], BeforeValidator(none_is_empty)]


class Entry(BaseModel):
    """One thing that the file describes. Fields that we do not know are kept aside, so that they can be reported."""

    model_config = ConfigDict(frozen=True, extra="allow", alias_generator=lambda name: name.replace("_", "-"))


class Group(BaseModel):
    """A special interest group, a working group or a committee."""

    model_config = ConfigDict(frozen=True, extra="allow")

    dir: str
    name: str
    chairs: Texts
    tech_leads: Texts


class Raw(BaseModel):
    """A proposal as it stands in its folder."""

    model_config = ConfigDict(frozen=True)

    path: str
    raw: str

    @property
    def directory(self) -> str:
        return self.path.removesuffix(FILE)


class File(BaseModel):
    """All that the file holds."""

    model_config = ConfigDict(frozen=True)

    licence: str
    commits: dict[str, str]
    keps: tuple[Raw, ...]
    groups: tuple[Group, ...]


class Proposal(Entry):
    """What a proposal says of itself, by the names of its YAML."""

    title: str
    kep_number: int | str
    status: str
    stage: str | None = None
    owning_sig: str
    participating_sigs: Texts = ()
    authors: Texts = ()
    replaces: Texts = ()
    superseded_by: Texts = ()
    see_also: Texts = ()
    milestone: Annotated[dict[str, str | None], BeforeValidator(lambda value: value or {})] = {}


@dataclass(frozen=True)
class Read:
    """The proposals that can be read, by their folders; and of the others, why they cannot."""

    proposals: dict[str, Proposal]
    broken: dict[str, str]


def read(path: Path) -> File:
    """What the file holds. Raises NotTheProposals, with the first reason, for a file of another sort."""
    try:
        return File.model_validate_json(path.read_bytes())
    except OSError as fault:
        raise NotTheProposals(
            f"{path} cannot be read ({fault.strerror}): give the path of the file of proposals."
        ) from fault
    except ValidationError as fault:
        raise NotTheProposals(
            f"{path} is no file of enhancement proposals ({first_reason(fault)}): docs/keps.md describes one."
        ) from fault


def proposals(raws: Iterable[Raw]) -> Read:
    """Each for itself: one that is broken does not keep out the others."""
    read = Read({}, {})
    for raw in raws:
        try:
            read.proposals[raw.directory] = Proposal.model_validate(yaml.safe_load(raw.raw))
        except ValidationError as fault:
            read.broken[raw.directory] = first_reason(fault)
        except (yaml.YAMLError, ValueError) as fault:
            read.broken[raw.directory] = str(fault).replace("\n", " ")
    return read

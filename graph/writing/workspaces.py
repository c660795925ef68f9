"""Workspaces: tenants with the settings that their numbers and days depend on; which are valid, how they are stored."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from zoneinfo import available_timezones

from ..database import Database, Transaction
from ..records.around import Workspace
from ..refusals import Refused
from ..relations import MILLIONTHS
from ..statements import Statement
from .properties import Property, properties_of
from .texts import CURRENCY
from .values import Stored, fitting_value

WORKSPACE = Statement("graph.writing", "workspace")

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
"""Without underscores, so that it is no id of a node: it stands beside spaces where rights are checked."""

ESTIMATE_UNITS = ("POINTS", "HOURS")
MONTHS = range(1, 13)

SETTINGS: Mapping[str, Property] = MappingProxyType({row.field: row for row in properties_of(Workspace)})

Rule = tuple[Callable[[Any], object], str]
"""Whether a value is valid, of whatever type: hence `Any`; and which ones are."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "time_zone": (lambda value: value in available_timezones(), "a name of the IANA list, as Europe/Berlin"),
        "fiscal_year_start": (lambda value: value in MONTHS, "a month from 1 to 12"),
        "currency": (CURRENCY.fullmatch, "the three letters of ISO 4217, as EUR"),
        "estimate_unit": (lambda value: value in ESTIMATE_UNITS, " or ".join(ESTIMATE_UNITS)),
    }
)


class BadSetting(Refused):
    """A setting of a workspace that is not one of the valid ones."""

    code = "BAD_VALUE"

    def __init__(self, name: str, value: object, valid: str) -> None:
        super().__init__(f"{name} cannot be {value!r:.60}: give {valid}.")
        self.path = ("input", SETTINGS[name].stored if name in SETTINGS else name)


async def create_workspace(
    database: Database,
    *,
    id: str,
    name: str,
    time_zone: str = "UTC",
    fiscal_year_start: int = 1,
    currency: str = "EUR",
    estimate_unit: str = "POINTS",
    timeout: float,
) -> bool:
    """Whether it was created; False where it was there already. `timeout` in seconds. Raises BadSetting."""
    require("id", id, ID.fullmatch(id), "1 to 63 of a-z, 0-9 and -, beginning with a letter or digit")
    given = {
        "name": name,
        "time_zone": time_zone,
        "fiscal_year_start": fiscal_year_start,
        "currency": currency,
        "estimate_unit": estimate_unit,
    }
    holds = stored_settings(given)

    async def work(transaction: Transaction, _: int) -> bool:
        return await transaction.row(*WORKSPACE.given(ws=id, holds=holds)) is not None

    return await database.changed(work, timeout)


def stored_settings(given: Mapping[str, object]) -> dict[str, Stored]:
    """Settings, given by the names of the record's fields, as they are stored. Raises BadSetting, Unfit."""
    stored: dict[str, Stored] = {}
    for name, value in given.items():
        if name in RULES and value is not None:
            is_valid, valid = RULES[name]
            require(name, value, is_valid(value), valid)
        stored |= fitting_value(SETTINGS[name], value)
    return stored


def require(name: str, value: object, is_valid: object, valid: str) -> None:
    if not is_valid:
        raise BadSetting(name, value, valid)


def workspace_of(held: Mapping[str, Any]) -> Workspace:
    """A workspace by what the store holds of it, of any type that it has: hence `Any`."""
    settings = {row.field: told(row, held.get(row.stored)) for row in SETTINGS.values()}
    credit = settings.pop("in_progress_credit") or 0.0
    return Workspace(id=held["id"], revision=held.get("revision", 1), in_progress_credit=credit, **settings)


def told(row: Property, value: Any) -> Any:
    return value / MILLIONTHS if row.type is float and value is not None else value

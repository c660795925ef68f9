"""Creates workspaces: a workspace is a tenant, with the settings that its numbers and days depend on."""

import re
from zoneinfo import available_timezones

from ..database import Database, Transaction
from ..refusals import Refused
from ..statements import Statement
from .texts import CURRENCY, one_line

WORKSPACE = Statement("graph.writing", "workspace")

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
"""Without underscores, so that it is no id of a node: it stands beside spaces where rights are checked."""

ESTIMATE_UNITS = ("POINTS", "HOURS")
MONTHS = range(1, 13)


class BadSetting(Refused):
    """A setting of a workspace that is not one of the valid ones."""

    code = "BAD_VALUE"

    def __init__(self, name: str, value: object, valid: str) -> None:
        super().__init__(f"{name} cannot be {value!r}: give {valid}.")


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
    one_line("name", name)
    require("id", id, ID.fullmatch(id), "1 to 63 of a-z, 0-9 and -, beginning with a letter or digit")
    require("time_zone", time_zone, time_zone in available_timezones(), "a name of the IANA list, as Europe/Berlin")
    require("fiscal_year_start", fiscal_year_start, fiscal_year_start in MONTHS, "a month from 1 to 12")
    require("currency", currency, CURRENCY.fullmatch(currency), "the three letters of ISO 4217, as EUR")
    require("estimate_unit", estimate_unit, estimate_unit in ESTIMATE_UNITS, " or ".join(ESTIMATE_UNITS))
    holds = {
        "name": name,
        "timeZone": time_zone,
        "fiscalYearStart": fiscal_year_start,
        "currency": currency,
        "estimateUnit": estimate_unit,
    }

    async def work(transaction: Transaction, _: int) -> bool:
        return await transaction.row(*WORKSPACE.given(ws=id, holds=holds)) is not None

    return await database.changed(work, timeout)


def require(name: str, value: object, is_valid: object, valid: str) -> None:
    if not is_valid:
        raise BadSetting(name, value, valid)

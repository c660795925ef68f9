"""All workloads, one a row. A new one is a module, a question, an ideal statement, and a line here."""

from .lineage import LINEAGE
from .nested import NESTED
from .page import PAGE
from .pages import DEEP_PAGE, FIRST_PAGE
from .point import POINT
from .search import SEARCH
from .thousand import THOUSAND
from .workload import Workload

__all__ = ["WORKLOADS", "Workload"]

WORKLOADS = (POINT, PAGE, NESTED, FIRST_PAGE, DEEP_PAGE, THOUSAND, LINEAGE, SEARCH)

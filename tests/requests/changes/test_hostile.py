"""Whatever is put into whichever argument of a change is taken as it was sent or refused in words; nothing breaks.

Mutations and their arguments are read off the schema, so a new one is covered of itself.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice, product
from typing import Any

import httpx2
import pytest
from neo4j import AsyncSession, AsyncTransaction

from graph.ids import kind_of
from graph.kinds import WORK
from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from schema.query import create_schema
from tests.fixtures.access import Caller, Granting, new_granting
from tests.requests.changes.hostile import TEXTS, VALUES
from tests.requests.changes.leaves import Leaf, leaves, put, slots_in, stated

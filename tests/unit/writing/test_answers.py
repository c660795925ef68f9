"""The key and the hash under which a change is recorded."""

from datetime import date
from fractions import Fraction
from types import MappingProxyType

import pytest

from graph.records.states import LifecycleStatus
from graph.writing.actors import Actor
from graph.writing.answers import answer_key, payload_hash
from graph.writing.identities import Identity, identity_key, link_key
from graph.writing.stated import StatedLink, StatedNode, Upsert

ONE, OTHER = Identity("s", "t", "1"), Identity("s", "t", "2")


def an_upsert(**properties: object) -> Upsert:
    return Upsert("s", (StatedNode(ONE, "Objective", properties),), (StatedLink(ONE, "PART_OF", OTHER),))


def test_equal_payloads_have_one_hash_however_they_are_held() -> None:
    plain = an_upsert(title="a", start_on=date(2025, 1, 1), status=LifecycleStatus.ACTIVE)
    frozen = Upsert(
        "s",
        (
            StatedNode(
                ONE,
                "Objective",
                MappingProxyType({"status": LifecycleStatus.ACTIVE, "title": "a", "start_on": date(2025, 1, 1)}),
            ),
        ),
        (StatedLink(ONE, "PART_OF", OTHER, {}),),
    )

    assert payload_hash(plain) == payload_hash(frozen)


def test_other_payloads_have_other_hashes() -> None:
    payloads = [
        an_upsert(title="a"),
        an_upsert(title="b"),
        an_upsert(title=None),
        an_upsert(),
        an_upsert(title="a", share=Fraction(1, 2)),
        an_upsert(title="a", share=Fraction(1, 3)),
        Upsert("s", an_upsert(title="a").nodes),
    ]

    assert len({payload_hash(payload) for payload in payloads}) == len(payloads)


@pytest.mark.parametrize("odd", ["\ud800", float("nan"), object, {"a": [1]}], ids=repr)
def test_a_payload_that_will_be_refused_has_a_hash_too(odd: object) -> None:
    assert payload_hash(an_upsert(title=odd))


def test_keys_whose_parts_run_together_are_different() -> None:
    keys = [
        answer_key("w", Actor("a", "b"), "m", "k"),
        answer_key("w", Actor("a", None), "m", "k"),
        answer_key("w", Actor("a", "None"), "m", "k"),
        answer_key("w", Actor('a","b', "m"), "k", ""),
        answer_key("w", Actor("a", "b"), "m k", ""),
        identity_key("w", ONE),
        link_key("w", ONE, "obj_1"),
    ]

    assert len(set(keys)) == len(keys)

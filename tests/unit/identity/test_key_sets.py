"""Which published keys can prove a token."""

from typing import Any

import pytest
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from api.identity.key_sets import MOST, usable_keys

EC = ECKey.generate_key("P-256", {"kid": "ec"}).as_dict(private=False)
RSA = RSAKey.generate_key(2048, {"kid": "rsa"}).as_dict(private=False)
ED = OKPKey.generate_key("Ed25519", {"kid": "ed"}).as_dict(private=False)


def ids(*keys: Any) -> list[str | None]:
    return [key.kid for key in usable_keys({"keys": list(keys)})]


def test_keys_of_all_asymmetric_kinds_are_usable() -> None:
    assert ids(EC, RSA, ED) == ["ec", "rsa", "ed"]


@pytest.mark.parametrize(
    "key",
    [
        OctKey.generate_key(256, {"kid": "x"}).as_dict(private=True),
        ECKey.generate_key("P-256", {"kid": "x"}).as_dict(private=True),
        {name: value for name, value in EC.items() if name != "kid"},
        EC | {"kid": 7},
        EC | {"use": "enc"},
        EC | {"key_ops": ["encrypt"], "use": "sig"},
        EC | {"crv": "P-257"},
        EC | {"x": "AAAA"},
        EC | {"x": 7},
        EC | {"kty": ["EC"]},
        EC | {"kty": "AKP"},
        RSA | {"n": str(RSA["n"])[:100]},
        RSA | {"n": str(RSA["n"]) * 5},
        RSA | {"n": None},
        {},
        [],
        "x",
        None,
        7,
    ],
    ids=lambda key: str(key)[:40],
)
def test_what_is_not_is_passed_over(key: Any) -> None:
    assert ids(key, EC) == ["ec"]


@pytest.mark.parametrize("published", [None, [], {}, {"keys": None}, {"keys": {}}, {"keys": []}, {"keys": [{}]}])
def test_without_any_there_is_an_error(published: object) -> None:
    with pytest.raises(ValueError, match="no key"):
        usable_keys(published)


def test_a_bounded_number_is_kept() -> None:
    keys = usable_keys({"keys": [EC | {"kid": str(number)} for number in range(MOST + 10)]})

    assert len(list(keys)) == MOST

"""What is taken from an issuer's metadata: safe addresses, and the scopes that it knows."""

from typing import Any

import pytest

from api.sign_in.endpoints import endpoints_of
from resolvers.scopes import Scope

BASE = "https://login.example.org"
METADATA: dict[str, Any] = {
    "authorization_endpoint": f"{BASE}/auth?tenant=a",
    "token_endpoint": f"{BASE}/token",
    "revocation_endpoint": f"{BASE}/revoke",
    "end_session_endpoint": f"{BASE}/logout",
}
OURS = [scope.value for scope in Scope]


@pytest.mark.parametrize(
    ("supported", "asked"),
    [
        (["openid", "work:read", "email"], ["openid", "work:read"]),
        ([], ["openid"]),
        (None, ["openid", *OURS]),
        ("work:read", ["openid", *OURS]),
        ([["work:read"], 7, None], ["openid"]),
    ],
    ids=str,
)
def test_the_scopes_to_ask_for_are_ours_as_far_as_the_issuer_knows_them(supported: object, asked: list[str]) -> None:
    assert endpoints_of({**METADATA, "scopes_supported": supported}).scopes == asked


@pytest.mark.parametrize("address", [None, "", 7, "http://login.example.org/x", "javascript:alert(1)", "/relative"])
def test_an_address_that_is_not_safe_is_as_if_it_were_not_there(address: object) -> None:
    endpoints = endpoints_of({**METADATA, "revocation_endpoint": address, "end_session_endpoint": address})

    assert (endpoints.revocation, endpoints.end_session) == (None, None)
    for name in ("authorization_endpoint", "token_endpoint"):
        with pytest.raises(ValueError, match="no https addresses"):
            endpoints_of({**METADATA, name: address})


@pytest.mark.parametrize("said", [None, False, "true", 1])
def test_an_issuer_names_itself_only_if_it_says_so(said: object) -> None:
    key = "authorization_response_iss_parameter_supported"

    assert not endpoints_of({**METADATA, key: said}).names_itself
    assert endpoints_of({**METADATA, key: True}).names_itself

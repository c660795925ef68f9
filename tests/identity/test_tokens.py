"""Access tokens of a real identity provider at the whole application: which of them count, and until when."""

import time

from api.identity.access_tokens import LEEWAY
from api.local.address import LocalServer
from tests.identity.asking import PEOPLE, ask, code_of, is_accepted, is_refused
from tests.identity.conftest import trusting
from tests.identity.keycloak import Keycloak, claims_of, header_of


def test_a_client_that_asks_for_itself_is_accepted(url: str, keycloak: Keycloak) -> None:
    token = keycloak.token_of(keycloak.partner)

    answer = ask(url, token)

    assert is_accepted(answer)
    assert code_of(ask(url, token, PEOPLE)) == "FORBIDDEN"


def test_a_client_that_asks_for_itself_is_its_own_subject_and_bound_to_a_source(keycloak: Keycloak) -> None:
    token = keycloak.token_of(keycloak.partner)

    claims = claims_of(token)

    assert header_of(token)["typ"] == "at+jwt"
    assert claims["sub"] == claims["client_id"] == keycloak.partner.id
    assert (claims["workspace"], claims["source"]) == (keycloak.workspace, "partner")


def test_a_token_counts_until_it_expires(url: str, keycloak: Keycloak) -> None:
    with keycloak.administrator.lasting(keycloak.partner.id, seconds=5):
        token = keycloak.token_of(keycloak.partner)
    fresh = ask(url, token)

    time.sleep(max(0, claims_of(token)["exp"] + LEEWAY + 1 - time.time()))
    expired = ask(url, token)

    assert is_accepted(fresh)
    assert is_refused(expired)
    assert "expired" in expired.text


def test_a_token_for_another_service_is_refused(sample: LocalServer, keycloak: Keycloak) -> None:
    token = keycloak.token_of(keycloak.partner)

    with trusting(sample, keycloak, "https://another.example.org/graphql") as url:
        answer = ask(url, token)

    assert is_refused(answer)
    assert "aud" in answer.text


def test_a_new_key_is_found_and_the_older_one_counts_while_it_is_published(
    sample: LocalServer, keycloak: Keycloak
) -> None:
    older = keycloak.token_of(keycloak.partner)

    with trusting(sample, keycloak, keycloak.audience) as url:
        before = ask(url, older)
        with keycloak.administrator.newer_key():
            newer = keycloak.token_of(keycloak.partner)
            answers = [ask(url, newer), ask(url, older)]

    assert header_of(newer)["kid"] != header_of(older)["kid"]
    assert all(map(is_accepted, [before, *answers]))


def test_a_token_by_a_key_that_was_withdrawn_is_refused_as_soon_as_that_is_known(
    sample: LocalServer, keycloak: Keycloak
) -> None:
    older = keycloak.token_of(keycloak.partner)

    with keycloak.administrator.newer_key(), keycloak.administrator.without_older_keys():
        newer = keycloak.token_of(keycloak.partner)
        with trusting(sample, keycloak, keycloak.audience) as url:
            answers = [ask(url, older), ask(url, newer)]

    assert is_refused(answers[0])
    assert is_accepted(answers[1])

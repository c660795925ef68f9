"""Which client the settings name, and what of signing in is there with and without one."""

import pytest
from starlette.routing import Route

from api.app import entrance_of
from api.settings import Settings, described
from api.sign_in.opening import registration_of
from api.stop import Stop

ONE = ("https://one.example",)
TWO = (*ONE, "https://two.example/realms/b")


def settings(issuers: tuple[str, ...] = ONE, client: str = "", proof: str = "s", issuer: str = "") -> Settings:
    return Settings(
        issuers=",".join(issuers),
        audience="https://api.example.org/graphql",
        sign_in_client=client,
        sign_in_secret=proof,
        sign_in_issuer=issuer,
    )


def paths(given: Settings) -> list[str]:
    return [route.path for route in entrance_of(given).routes if isinstance(route, Route)]


def test_without_a_client_nobody_signs_in() -> None:
    assert registration_of(settings()) is None
    assert paths(settings()) == []


def test_with_a_client_there_is_a_way_in_and_a_way_out() -> None:
    assert paths(settings(client="explorer")) == ["/sign-in", "/sign-in/callback", "/sign-out", "/session"]


@pytest.mark.parametrize(
    ("issuers", "named", "found"), [(ONE, "", ONE[0]), (ONE, ONE[0], ONE[0]), (TWO, TWO[1], TWO[1])]
)
def test_people_sign_in_by_the_issuer_that_is_named_or_the_only_one(
    issuers: tuple[str, ...], named: str, found: str
) -> None:
    registration = registration_of(settings(issuers, "explorer", issuer=named))

    assert registration is not None
    assert registration.issuer == found


@pytest.mark.parametrize(
    ("issuers", "named", "wrong"),
    [
        (TWO, "", "is not set, and several are trusted"),
        (TWO, "https://three.example", "is none of the trusted"),
        (ONE, "https://one.example/", "is none of the trusted"),
    ],
)
def test_a_sign_in_by_nobody_in_particular_is_refused(issuers: tuple[str, ...], named: str, wrong: str) -> None:
    with pytest.raises(Stop) as stop:
        registration_of(settings(issuers, "explorer", issuer=named))

    assert str(stop.value) == f"GOLDENTHREAD_SIGN_IN_ISSUER {wrong}. {described('sign_in_issuer')}"


def test_a_client_without_a_secret_is_refused() -> None:
    with pytest.raises(Stop, match="GOLDENTHREAD_SIGN_IN_SECRET is not set"):
        registration_of(settings(client="explorer", proof=""))

"""The settings that say whose tokens count."""

import pytest

from api.settings import described, read_settings, require
from api.stop import Stop


def test_issuers_are_listed_with_commas_and_kept_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLDENTHREAD_ISSUERS", "https://a.example/, http://127.0.0.1:8080/realms/b,,https://a.example/")

    assert read_settings().issuers == ("https://a.example/", "http://127.0.0.1:8080/realms/b")


@pytest.mark.parametrize("issuers", ["http://a.example", "a.example", "https://a.example, x", "https://a.example?x=y"])
def test_one_wrong_issuer_is_refused_with_what_is_valid(monkeypatch: pytest.MonkeyPatch, issuers: str) -> None:
    monkeypatch.setenv("GOLDENTHREAD_ISSUERS", issuers)

    with pytest.raises(Stop) as stop:
        read_settings()

    assert str(stop.value) == f"GOLDENTHREAD_ISSUERS is not valid. {described('issuers')}"


def test_to_serve_without_an_issuer_or_an_audience_can_be_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLDENTHREAD_ISSUERS", " , ")

    with pytest.raises(Stop) as stop:
        require(read_settings(), "issuers", "audience")

    assert [line.split()[0] for line in str(stop.value).splitlines()] == [
        "GOLDENTHREAD_ISSUERS",
        "GOLDENTHREAD_AUDIENCE",
    ]

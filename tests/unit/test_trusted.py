"""The folder of trusted documents: what may stand in it, and what is said of anything else."""

import json
from pathlib import Path

import pytest

from api.edge.trusted import sha256_of, trusted_documents
from api.settings import Settings
from api.stop import Stop

TEXT = "{ viewer { subject } }\n"


def refused(settings: Settings) -> str:
    with pytest.raises(Stop) as stop:
        trusted_documents(settings)
    return str(stop.value)


def test_a_file_is_a_document_or_lists_some_by_their_hashes(tmp_path: Path) -> None:
    (tmp_path / "viewer.graphql").write_text(TEXT)
    (tmp_path / "persisted-documents.json").write_text(json.dumps({sha256_of("{ a }"): "{ a }"}))
    (tmp_path / "README.md").write_text("Not a document.")

    documents = trusted_documents(Settings(trusted_documents=tmp_path))

    assert dict(documents) == {sha256_of(TEXT): TEXT, sha256_of("{ a }"): "{ a }"}


def test_a_hash_may_be_listed_with_the_name_of_its_kind(tmp_path: Path) -> None:
    (tmp_path / "persisted-documents.json").write_text(json.dumps({f"sha256:{sha256_of('{ a }')}": "{ a }"}))

    documents = trusted_documents(Settings(trusted_documents=tmp_path))

    assert dict(documents) == {sha256_of("{ a }"): "{ a }"}


def test_nothing_is_trusted_unless_the_settings_name_a_folder() -> None:
    assert dict(trusted_documents(Settings())) == {}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{", "cannot be read"),
        ("[]", "lists no documents"),
        ('{"0": "{ a }"}', "which is not the sha256 of its text"),
        ('{"0": 7}', "which is not the sha256 of its text"),
    ],
)
def test_a_list_that_is_wrong_names_itself(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "list.json").write_text(written)

    message = refused(Settings(trusted_documents=tmp_path))

    assert str(tmp_path / "list.json") in message
    assert told in message


def test_a_document_that_is_not_utf_8_names_itself(tmp_path: Path) -> None:
    (tmp_path / "a.graphql").write_bytes(b"\xff")

    assert str(tmp_path / "a.graphql") in refused(Settings(trusted_documents=tmp_path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in refused(Settings(trusted_documents=tmp_path / "none"))


def test_clients_are_bound_to_nothing_only_by_mistake() -> None:
    assert refused(Settings(trusted_only="kiosk")).startswith("GOLDENTHREAD_TRUSTED_DOCUMENTS is not set.")

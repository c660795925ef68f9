"""The documents that the operator trusts: read from a folder when the service starts, found by their sha256."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from api.settings import Settings, require, variable
from api.stop import Stop

WRITTEN_AS = (
    'a *.graphql file holds one document, a *.json file is {"sha256": "document", …} as code generators write it'
)

PREFIX = "sha256:"
"""What the draft of the specification of persisted documents, and so newer generators, set before the hash."""


def trusted_documents(settings: Settings) -> Mapping[str, str]:
    """All documents of the folder that the settings name; none if they name none.

    Raises:
        Stop: they name none and bind clients to it, or something in the folder cannot be trusted.
    """
    if settings.trusted_only:
        require(settings, "trusted_documents")
    folder = settings.trusted_documents
    if folder is None:
        return MappingProxyType({})
    if not folder.is_dir():
        raise Stop(f"{variable('trusted_documents')} is not valid: there is no folder {folder}.")
    return MappingProxyType({sha256_of(text): text for file in sorted(folder.iterdir()) for text in _documents(file)})


def sha256_of(text: str) -> str:
    """As clients name a document: the hash of its UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _documents(file: Path) -> Iterator[str]:
    try:
        if file.suffix == ".graphql":
            yield file.read_text(encoding="utf-8")
        elif file.suffix == ".json":
            yield from _listed(file)
    except (UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise Stop(f"{file} cannot be read ({fault}): {WRITTEN_AS}.") from fault


def _listed(file: Path) -> Iterator[str]:
    listed = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(listed, dict):
        raise Stop(f"{file} lists no documents: {WRITTEN_AS}.")
    for key, text in listed.items():
        if not isinstance(text, str) or sha256_of(text) != key.removeprefix(PREFIX):
            raise Stop(f"{file} names a document {key}, which is not the sha256 of its text: {WRITTEN_AS}.")
        yield text

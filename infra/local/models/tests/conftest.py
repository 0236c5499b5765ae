"""Folders that the tests share with the product: what one of them downloaded, no other downloads again."""

import os
from pathlib import Path

import pytest

from sightline_models.bundles import BUNDLES
from sightline_models.corpus import Corpus, fetch_corpus
from sightline_models.prepare import prepare


@pytest.fixture(scope="session")
def user_cache() -> Path:
    """The product's own cache folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sightline"


@pytest.fixture(scope="session")
def downloads(user_cache: Path) -> Path:
    """Where downloaded packages are kept."""
    return user_cache / "downloads"


@pytest.fixture(scope="session")
def bundles(user_cache: Path, downloads: Path) -> dict[str, Path]:
    """The folders of the real bundles by id."""
    return {bundle.id: bundle.folder for bundle in prepare(downloads, user_cache / "models", BUNDLES)}


@pytest.fixture(scope="session")
def corpus(user_cache: Path, downloads: Path) -> Corpus:
    """The real corpus."""
    return fetch_corpus(downloads, user_cache / "corpus" / "tuxpaint")

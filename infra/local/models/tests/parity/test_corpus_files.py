import shutil
from pathlib import Path

from PIL import Image

from sightline_models.corpus import Corpus, fetch_corpus


def test_corpus_fetched_hasTheKnownImagesAndReasons(corpus: Corpus):
    assert len(corpus.images) == 429
    assert len(corpus.skipped) == 615
    assert len({image.label for image in corpus.images}) == 37
    assert len({image.sha256 for image in corpus.images}) == 429


def test_corpus_eachImage_isAPictureInTheFolderOfItsLabel(corpus: Corpus):
    for image in corpus.images:
        assert image.file.startswith(f"{image.label}/")
        with Image.open(corpus.folder / image.file) as picture:
            picture.load()


def test_fetchCorpus_afterAFileWasAddedOrChanged_restoresIt(corpus: Corpus, downloads: Path, tmp_path: Path):
    folder = tmp_path / "corpus"
    shutil.copytree(corpus.folder, folder)
    assert not fetch_corpus(downloads, folder).fetched

    (folder / "birds" / "extra.png").touch()
    (folder / corpus.images[0].file).write_bytes(b"changed")

    assert fetch_corpus(downloads, folder).fetched
    assert not fetch_corpus(downloads, folder).fetched

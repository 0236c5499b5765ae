"""The default picture corpus: photographs of single things, cut out, from Debian's stamps for a drawing program."""

import json
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from sightline_models.downloads import fetch, unpack_debian
from sightline_models.errors import ChecksumMismatch, UnexpectedContent
from sightline_models.files import progress, replaced_folder, sha256_of
from sightline_models.packages import TUXPAINT_STAMPS

LIST_FILE = "corpus.json"
LIST_SHA256 = "f2729f4c4be938a7f391b6fbecbc853231bf2b28490ec7aac0e85d02c5225a16"
LICENCE = "GPL-2"
OWN_LABEL = frozenset(  # second-level folders that make a meaningful label of their own; all others take the top folder
    """
    animals/birds animals/fish animals/insects animals/mammals clothes/hats food/fruit food/nuts food/vegetables hobbies/music
    household/arttools household/dishes household/tools plants/flowers plants/trees seasonal/christmas seasonal/easter
    seasonal/halloween seasonal/hanukkah seasonal/newyears space/planets town/flags town/roadsigns
    """.split()
)
_COPIES = {"military/fireman240a.png": "same bytes as people/fireman240a.png"}
_STAMPS = "usr/share/tuxpaint/stamps"


@dataclass(frozen=True)
class CorpusImage:
    """One picture: its path `label/name.png` below the corpus folder, its label, and the SHA-256 of its bytes."""

    file: str
    label: str
    sha256: str


@dataclass(frozen=True)
class SkippedImage:
    """A picture of the package that is not in the corpus, by its path in the package, and why."""

    file: str
    reason: str


@dataclass(frozen=True)
class Corpus:
    """Where the corpus lies, its pictures and what was left out, both by path, and whether this run had to fetch it."""

    folder: Path
    images: tuple[CorpusImage, ...]
    skipped: tuple[SkippedImage, ...]
    fetched: bool


def label_of(stamp: str) -> str:
    """The label of a stamp, given its path below the stamps' folder."""
    folders = stamp.split("/")[:-1]
    return folders[1] if "/".join(folders[:2]) in OWN_LABEL else folders[0]


def reason_to_skip(stamp: str) -> str | None:
    """Why a stamp is no use as a photograph with a label, or None if it is one."""
    if stamp.startswith("symbols/"):
        return "symbol"
    if "/cartoon/" in stamp:
        return "cartoon"
    if stamp.endswith(".svg"):
        return "vector drawing"
    if stamp.endswith(("_mirror.png", "_flip.png")):
        return "mirrored copy"
    return _COPIES.get(stamp)


def fetch_corpus(cache: Path, out: Path) -> Corpus:
    """Verifies the corpus in `out`, and fetches it if it is missing or changed.

    Raises a `ModelsError` if the package cannot be had, cannot be unpacked, or does not hold what is pinned.
    """
    if is_intact(out):
        progress("corpus: verified, nothing to do")
        return _read(out, fetched=False)
    package = fetch(TUXPAINT_STAMPS, cache)
    progress(f"corpus: unpacking into {out}")
    with tempfile.TemporaryDirectory() as unpacked, replaced_folder(out) as fresh:
        unpack_debian(package, Path(unpacked))
        copy_stamps(Path(unpacked) / _STAMPS, fresh)
        actual = sha256_of(fresh / LIST_FILE)
        if actual != LIST_SHA256:
            raise ChecksumMismatch(f"{LIST_FILE} of the corpus", LIST_SHA256, actual)
    return _read(out, fetched=True)


def is_intact(folder: Path) -> bool:
    """Whether the folder holds exactly the pinned list and the files that it names, each with its digest."""
    if not (folder / LIST_FILE).is_file() or sha256_of(folder / LIST_FILE) != LIST_SHA256:
        return False
    expected = {image.file: image.sha256 for image in _read(folder, fetched=False).images} | {LIST_FILE: LIST_SHA256}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return found == expected.keys() and all(sha256_of(folder / file) == sha256 for file, sha256 in expected.items())


def copy_stamps(stamps: Path, corpus: Path) -> None:
    """Copies the usable stamps to `label/name.png` and writes the list; the same stamps always give the same list."""
    images, skipped = [], []
    for stamp in sorted(path.relative_to(stamps).as_posix() for path in stamps.rglob("*") if path.suffix in (".png", ".svg")):
        reason = reason_to_skip(stamp)
        if reason:
            skipped.append(SkippedImage(stamp, reason))
        else:
            images.append(_copy(stamps / stamp, corpus, label_of(stamp)))
    _write(corpus / LIST_FILE, sorted(images, key=lambda image: image.file), skipped)


def _copy(stamp: Path, corpus: Path, label: str) -> CorpusImage:
    target = corpus / label / stamp.name
    if target.exists():
        raise UnexpectedContent(f"two stamps would become {label}/{stamp.name}")
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(stamp, target)
    return CorpusImage(f"{label}/{stamp.name}", label, sha256_of(target))


def _write(path: Path, images: list[CorpusImage], skipped: list[SkippedImage]) -> None:
    document = {
        "source": f"Debian {TUXPAINT_STAMPS.name}",
        "version": TUXPAINT_STAMPS.version,
        "licence": LICENCE,
        "images": [asdict(image) for image in images],
        "skipped": [asdict(stamp) for stamp in skipped],
    }
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def _read(folder: Path, *, fetched: bool) -> Corpus:
    document = json.loads((folder / LIST_FILE).read_text(encoding="utf-8"))
    images = tuple(CorpusImage(**image) for image in document["images"])
    return Corpus(folder, images, tuple(SkippedImage(**stamp) for stamp in document["skipped"]), fetched)

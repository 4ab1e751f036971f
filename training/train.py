#!/usr/bin/env python3
"""Train the models that placemap ships, from gold corpora.

    python training/train.py --corpora ../shared/corpora

writes the weights into the package and what they were made from, with digests, into
training/models.json. The same data and seed give the same bytes. The linker learns
from sentences in the folder "events" beside the corpora, the report linker, the types
of happenings, which pins are worth drawing and which events are one from the gold files
for event places; all five stay as they are without those sentences.

--ner FOLDER      texts with marked entities, from which the detector learns more;
                  ../shared/ner unless given.
--only STAGE      trains one of detector, resolver, linker, report_linker, types,
                  worth and retelling; the others stay as they are.
--cross-validate  also trains and tries each model by fold, and writes the figures
                  into models.json: the honest ones, since no document is ever tried
                  by weights that have seen it or its newspaper.
--check           trains, but writes nothing: says whether the shipped weights are
                  what the data give. The exit code is 1 when they are not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from threadpoolctl import threadpool_limits

import placemap

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "evaluation"))
from corpora import MARKED, NEWS, PARTIAL, read_corpus
from figures import cross_validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpora import GoldDocument
    from models import Model

    from placemap.protocols import Gazetteer

ROOT = Path(__file__).resolve().parents[1]
RECORD = ROOT / "training" / "models.json"
STAGES = (
    "detector", "resolver", "linker", "report_linker", "types", "worth", "retelling",
)  # fmt: skip
# Other versions of these may give other weights from the same data.
_LIBRARIES = ("lightgbm", "numpy", "python-crfsuite", "scikit-learn")


def train(
    models: Sequence[Model],
    documents: Sequence[GoldDocument],
    *,
    gazetteer: Gazetteer,
    seed: int,
) -> dict[str, bytes]:
    """Return the weights of each model by its stage, telling the time on stderr."""
    weights = {}
    for model in models:
        started = time.perf_counter()
        _say(f"training the {model.stage}")
        weights[model.stage] = model.train(documents, gazetteer=gazetteer, seed=seed)
        seconds = time.perf_counter() - started
        size = len(weights[model.stage])
        _say(f"the {model.stage}: {size:,} bytes in {seconds:.0f} s")
    return weights


def check(models: Sequence[Model], weights: dict[str, bytes]) -> bool:
    """Tell on stdout whether the shipped weights are the given ones."""
    is_same = True
    for model in models:
        shipped = model.path.read_bytes() if model.path.is_file() else b""
        agrees = shipped == weights[model.stage]
        is_same &= agrees
        print(f"{model.stage}: {'as trained' if agrees else 'differs from training'}")
    return is_same


def save(models: Sequence[Model], weights: dict[str, bytes]) -> dict[str, Any]:
    """Write weights into the package; return what models.json says, by stage."""
    for model in models:
        model.path.parent.mkdir(parents=True, exist_ok=True)
        model.path.write_bytes(weights[model.stage])
    return {model.stage: _describe(model, weights[model.stage]) for model in models}


def _describe(model: Model, weights: bytes) -> dict[str, Any]:
    return {
        "plugin": model.name,
        "file": Path(os.path.relpath(model.path, ROOT)).as_posix(),
        "bytes": len(weights),
        "sha256": hashlib.sha256(weights).hexdigest(),
    }


def describe_data(files: Iterable[Path]) -> dict[str, str]:
    """Return the digest of each file of data, by folder and name."""
    return {
        f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def read_adjectives(folder: Path) -> frozenset[str]:
    """Return the demonyms and adjectives that some figures leave out, if listed."""
    path = folder / "adjectival.txt"
    if not path.is_file():
        _say(f"{path}: not there, so nothing is left out of plain_acc161")
        return frozenset()
    words = path.read_text(encoding="utf-8").split("\n")
    return frozenset(word.strip().casefold() for word in words if word.strip())


def libraries() -> dict[str, str]:
    """Return the versions of the libraries that train."""
    found = {}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def read_record(path: Path) -> dict[str, Any]:
    """Return what was written when the models were last trained."""
    if not path.is_file():
        return {"models": {}, "figures": {}}
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def write_record(record: dict[str, Any], path: Path) -> None:
    """Write the record in a form that shows well in a comparison of versions."""
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(f"{text}\n", encoding="utf-8")


def _models(ner: Path | None) -> tuple[Sequence[Model], list[Path]]:
    """Return the models, and the files with entities that they learn from.

    Raises
    ------
    SystemExit
        If there are no such files.
    """
    from entities import entity_files
    from models import NER, models_with  # and with it LightGBM

    folder = ner or NER
    files = entity_files(folder)
    if not files:
        raise SystemExit(f"{folder}: no texts with entities; name their folder (--ner)")
    return models_with(folder), files


def _linkers(marked: Path, corpora: Path) -> list[Model]:
    """Return the linkers, in the order they are trained; none without their data."""
    if not marked.is_file():
        _say(f"{marked}: not there, so the linkers stay as they are")
        return []
    from models import (
        linker_model,
        report_linker_model,
        retelling_model,
        types_model,
        worth_model,
    )

    return [
        linker_model(marked.parent),
        report_linker_model(corpora),
        types_model(corpora),
        worth_model(corpora),
        retelling_model(corpora),
    ]


def _say(message: str) -> None:
    print(message, file=sys.stderr)


def main(
    arguments: Sequence[str] | None = None,
    *,
    models: Sequence[Model] | None = None,
    record_path: Path = RECORD,
) -> int:
    """Train, and write or check the weights.

    `models` are those of `models.MODELS` unless others are given, `record_path` is
    where the record of the training is kept.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--ner", type=Path, metavar="FOLDER")
    parser.add_argument("--only", choices=STAGES)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    entities: list[Path] = []
    if models is None:
        models, entities = _models(chosen.ner)
    files = {name: chosen.corpora / f"{name}.dev.jsonl" for name in (*NEWS, *PARTIAL)}
    documents = [one for name in files for one in read_corpus(chosen.corpora, name)]
    gazetteer = placemap.open_gazetteer()
    marked = chosen.corpora.parent / "events" / MARKED
    # Each round looks at what those before it find, by the weights then in place.
    rounds = [models, *([one] for one in _linkers(marked, chosen.corpora))]
    wanted = [
        [model for model in models if chosen.only in {None, model.stage}]
        for models in rounds
    ]
    weights: dict[str, bytes] = {}
    described: dict[str, Any] = {}
    # Sums in another order, as on more threads, are not the same to the last bit.
    with threadpool_limits(1):
        for stages in wanted:
            made = train(stages, documents, gazetteer=gazetteer, seed=chosen.seed)
            described |= {} if chosen.check else save(stages, made)
            weights |= made
    if chosen.check:
        return (
            0 if check([model for stages in wanted for model in stages], weights) else 1
        )
    record = read_record(record_path)
    judged = {model.stage for model in models}
    if any(record["models"].get(s) != d for s, d in described.items() if s in judged):
        record["figures"] = {}  # they were of other weights
    if described.keys() & {"report_linker", "types", "worth", "retelling"}:
        record["pins"] = {}  # likewise
    record["models"] |= described
    files |= {MARKED: marked} if "linker" in weights else {}
    record |= {
        "seed": chosen.seed,
        "data": describe_data([*files.values(), *entities]),
        "gazetteer": {"version": gazetteer.version, "sha256": gazetteer.sha256},
        "libraries": libraries(),
    }
    if chosen.cross_validate:
        record["figures"] = cross_validated(
            documents,
            models=models,
            adjectives=read_adjectives(chosen.corpora.parent / "eval"),
            seed=chosen.seed,
        )
        print(json.dumps(record["figures"], indent=1))
    write_record(record, record_path)
    return 0


if __name__ == "__main__":
    sys.exit(main())

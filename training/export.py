"""A trained network as a spaCy pipeline on disk, small: words in 8 bits, everything else in 16."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import spacy
from torch import Tensor

import kawat.language.component  # noqa: F401  (registers our parts)
from kawat.language.network import Labels as Lists
from training.train import IOB, Labels

GARBLED = re.compile(r"[ùøûä][\x80-\x9f]|^[ùøû]")
"""UTF-8 read as Latin 1, as pages of the corpus have it."""
HALF = ("tags", "feats", "arc_child", "arc_head", "label_child", "label_head")


def _gates(weight: np.ndarray) -> np.ndarray:
    """From torch's order of gates (i, f, g, o; first axis) to ours (i, f, o halved, g)."""
    one, two, candidate, three = np.split(weight, 4)
    return np.concatenate((one / 2, two / 2, three / 2, candidate))


def weights(state: Mapping[str, Tensor], layers: int) -> dict[str, np.ndarray]:
    """The arrays that `kawat.language.network` reads."""
    got = {name: value.numpy() for name, value in state.items()}
    words = got["static.weight"] @ got["project.weight"].T + got["words.weight"]
    scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-6) / 127
    out = {"words": np.round(words / scale).astype(np.int8), "words.scale": scale}
    for name in ("starts", "ends", "shapes", "style"):
        out[name] = got[f"{name}.weight"]
    for layer in range(layers):
        for at, side in enumerate((f"l{layer}", f"l{layer}_reverse")):
            bias = got[f"reader.bias_ih_{side}"] + got[f"reader.bias_hh_{side}"]
            out[f"enter{layer}.{at}.weight"] = _gates(got[f"reader.weight_ih_{side}"]).T
            out[f"enter{layer}.{at}.bias"] = _gates(bias)
            out[f"again{layer}.{at}"] = _gates(got[f"reader.weight_hh_{side}"]).T
    for name in HALF:
        out[f"{name}.weight"], out[f"{name}.bias"] = got[f"{name}.weight"].T, got[f"{name}.bias"]
    out["names.weight"] = got["names.weight"][: len(IOB)].T
    out["names.bias"] = got["names.bias"][: len(IOB)]
    out["root"], out["arc"] = got["root"], got["arc"]
    labels, width, _ = got["label"].shape
    out["label"] = got["label"].transpose(1, 0, 2).reshape(width, labels * width)
    return {
        name: value if value.dtype == np.int8 else value.astype(np.float16) for name, value in out.items()
    }


def export(
    folder: Path, language: str, labels: Labels, state: Mapping[str, Tensor], meta: Mapping[str, Any]
) -> None:
    """Write the pipeline: config, meta, and one folder with the network."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "kawat.Tokenizer.v1", "language": language}}}
    nlp = spacy.blank(language, config=config)
    nlp.add_pipe("kawat_sentences")
    nlp.add_pipe("kawat_network")
    nlp.meta.update(meta)
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    for spare in ("vectors", "lookups.bin", "key2row"):
        (folder / "vocab" / spare).unlink(missing_ok=True)
    network = folder / "kawat_network"
    network.mkdir(exist_ok=True)
    layers = sum(1 for name in state if name.startswith("reader.weight_ih_l") and "reverse" not in name)
    np.savez(network / "weights.npz", **weights(state, layers))  # type: ignore[arg-type]
    lists = Lists(labels.tags, labels.feats, labels.labels, labels.names, labels.styles)
    (network / "labels.json").write_text(json.dumps(msgspec.to_builtins(lists), ensure_ascii=False, indent=1))
    (network / "words.txt").write_text("\n".join(named(labels.words)), encoding="utf-8")


def named(words: Iterable[str]) -> list[str]:
    """The words of the rows; letters of another encoding, which nobody writes, leave only their row's number."""
    return [f"\N{REPLACEMENT CHARACTER}{row}" if GARBLED.search(w) else w for row, w in enumerate(words)]

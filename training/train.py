"""The training loop: batches of trees and of names in turn, weights averaged as they go."""

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from kawat.language.features import row
from training.names import Tagged
from training.network import Network, Sizes
from training.treebanks import Sentence

SEED = 7
WORDS = 900  # a batch
RATE = 2e-3
AVERAGE = 0.998  # of the weights, over about 500 batches
WARM = 300
NO_FEATS = -1
CLIP = 5.0
IOB = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


@dataclass(frozen=True)
class Labels:
    """The closed lists that scores are over, and the open list of words."""

    tags: tuple[str, ...]
    feats: tuple[str, ...]
    labels: tuple[str, ...]
    styles: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...] = IOB
    places: dict[str, int] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, banks: dict[str, Sequence[Sentence]], words: Sequence[str]) -> "Labels":
        every = [word for sentences in banks.values() for sentence in sentences for word in sentence]
        return cls(
            tags=tuple(sorted({word.tag for word in every})),
            feats=tuple(sorted({word.feats for word in every if word.feats is not None})),
            labels=tuple(sorted({word.label for word in every})),
            styles=("none", *banks),
            words=("", *words),
            places={word: at for at, word in enumerate(words, 1)},
        )


@dataclass(frozen=True)
class Item:
    """One sentence as numbers. `heads` is empty for sentences that have only names, `names` for trees."""

    rows: np.ndarray
    tags: np.ndarray | None = None
    feats: np.ndarray | None = None
    heads: np.ndarray | None = None
    labels: np.ndarray | None = None
    names: np.ndarray | None = None
    style: int = 0
    head: int = 0
    weight: float = 1.0


def tree_item(sentence: Sentence, labels: Labels, style: int, weight: float = 1.0) -> Item:
    """A sentence of a treebank as numbers."""
    tags, feats, relations = (
        {name: at for at, name in enumerate(names)} for names in (labels.tags, labels.feats, labels.labels)
    )
    return Item(
        rows=np.array([row(word.form, labels.places) for word in sentence]),
        tags=np.array([tags[word.tag] for word in sentence]),
        feats=np.array([NO_FEATS if word.feats is None else feats[word.feats] for word in sentence]),
        heads=np.array([word.head for word in sentence]),
        labels=np.array([relations[word.label] for word in sentence]),
        style=style,
        weight=weight,
    )


def name_item(tagged: Tagged, labels: Labels, head: int, weight: float) -> Item:
    """A sentence with names as numbers; `head` chooses between the two manners of annotation."""
    place = {name: at for at, name in enumerate(labels.names)}
    words, tags = tagged
    return Item(
        rows=np.array([row(word, labels.places) for word in words]),
        names=np.array([place[tag] for tag in tags]),
        head=head,
        weight=weight,
    )


def batches(items: Sequence[Item], rng: random.Random) -> Iterator[list[Item]]:
    """Sentences of like length together, WORDS words at a time, in random order."""
    order = sorted(items, key=lambda item: len(item.rows) + rng.random() * 4)
    group: list[Item] = []
    groups = []
    for item in order:
        if group and (len(group) + 1) * len(item.rows) > WORDS:
            groups.append(group)
            group = []
        group.append(item)
    groups.append(group)
    rng.shuffle(groups)
    for group in groups:
        yield sorted(group, key=lambda item: -len(item.rows))


def padded(arrays: Sequence[np.ndarray], fill: int) -> Tensor:
    """Arrays of unlike length as one, filled up."""
    longest = max(map(len, arrays))
    out = np.full((len(arrays), longest, *arrays[0].shape[1:]), fill, dtype=np.int64)
    for at, array in enumerate(arrays):
        out[at, : len(array)] = array
    return torch.from_numpy(out)


class Trainer:
    """Holds the network, its average, and the losses."""

    def __init__(self, network: Network, steps: int, rate: float = RATE) -> None:
        self.network, self.steps, self.step = network, steps, 0
        self.weights = [p for p in network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.Adam(self.weights, lr=rate, betas=(0.9, 0.95))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.average = [weight.detach().clone() for weight in self.weights]

    def _rate(self, step: int) -> float:
        warm = min(1.0, (step + 1) / WARM)
        return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / self.steps))))

    def learn(self, group: Sequence[Item]) -> dict[str, float]:
        """One step on one batch; the losses, by name."""
        self.network.train()
        losses = self.losses(group)
        self.optimizer.zero_grad(set_to_none=True)
        sum(losses.values()).backward()  # type: ignore[union-attr]
        nn.utils.clip_grad_norm_(self.weights, CLIP)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(self.average, self.weights, 1 - keep)
        return {name: loss.item() for name, loss in losses.items()}

    def losses(self, group: Sequence[Item]) -> dict[str, Tensor]:
        lengths = torch.tensor([len(item.rows) for item in group])
        styles = torch.tensor([item.style if torch.rand(()) < 0.5 else 0 for item in group])
        found = self.network.read(padded([item.rows for item in group], 0), lengths, styles)
        if group[0].heads is None:
            return self._names(group, found)
        return self._tree(group, found, lengths)

    def _names(self, group: Sequence[Item], found: Tensor) -> dict[str, Tensor]:
        gold = padded([item.names for item in group], -1)
        scores = self.network.names(found).unflatten(-1, (2, -1))
        picked = torch.stack([scores[at, :, item.head] for at, item in enumerate(group)])
        loss = nn.functional.cross_entropy(
            picked.flatten(0, 1), gold.flatten(), ignore_index=-1, reduction="none"
        )
        weight = torch.tensor([item.weight for item in group])[:, None].expand_as(gold).flatten()
        return {"names": 2 * (loss * weight).sum() / (gold >= 0).sum()}

    def _tree(self, group: Sequence[Item], found: Tensor, lengths: Tensor) -> dict[str, Tensor]:
        network = self.network
        heads = padded([item.heads for item in group], 0)
        inside = torch.arange(heads.shape[1])[None] < lengths[:, None]
        scores, child, head = network.arcs(found)
        beyond = torch.arange(heads.shape[1] + 1)[None] > lengths[:, None]
        scores = scores.masked_fill(beyond[:, None], -1e4)
        which, at = inside.nonzero(as_tuple=True)
        gold_heads = heads[which, at]
        relations = network.labels_of(child[which, at], head[which, gold_heads])
        flat = found[which, at]
        weight = torch.tensor([item.weight for item in group])[which]

        def cost(answers: Tensor, gold: Tensor, scale: float) -> Tensor:
            each = nn.functional.cross_entropy(answers, gold, ignore_index=NO_FEATS, reduction="none")
            return scale * (each * weight).mean()

        columns = {
            name: padded([getattr(i, name) for i in group], -1)[which, at]
            for name in ("tags", "feats", "labels")
        }
        return {
            "arc": cost(scores[which, at], gold_heads, 1.0),
            "label": cost(relations, columns["labels"], 1.0),
            "tags": cost(network.tags(flat), columns["tags"], 0.5),
            "feats": cost(network.feats(flat), columns["feats"], 0.5),
        }

    def averaged(self) -> dict[str, Tensor]:
        """The state of the network with its weights averaged."""
        mine = iter(self.average)
        state = {name: weight.detach().clone() for name, weight in self.network.state_dict().items()}
        for name, weight in self.network.named_parameters():
            if weight.requires_grad:
                state[name] = next(mine).clone()
        return state


def train(
    labels: Labels,
    static: np.ndarray,
    items: Sequence[Item],
    passes: int,
    after: Callable[[int, dict[str, Tensor]], None],
) -> None:
    """Train from nothing.

    In: closed lists, static vectors (a row a word of `labels.words`), sentences, passes over them, and
    what to do after each pass with its number and the averaged state of the network.
    """
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    counts = (
        len(labels.styles),
        len(labels.tags),
        len(labels.feats),
        len(labels.labels),
        2 * len(labels.names),
    )
    network = Network(torch.from_numpy(static), *counts, Sizes())
    kinds = [[i for i in items if i.heads is not None], [i for i in items if i.heads is None]]
    steps = passes * sum(1 for kind in kinds if kind for _ in batches(kind, random.Random(SEED)))
    trainer = Trainer(network, steps)
    start = time.perf_counter()
    for number in range(1, passes + 1):
        groups = [group for kind in kinds if kind for group in batches(kind, rng)]
        rng.shuffle(groups)
        sums: dict[str, list[float]] = {}
        for group in groups:
            for name, loss in trainer.learn(group).items():
                sums.setdefault(name, []).append(loss)
        figures = " ".join(f"{name} {np.mean(losses):.3f}" for name, losses in sums.items())
        print(f"pass {number} of {passes}, {time.perf_counter() - start:.0f} s: {figures}", flush=True)
        after(number, trainer.averaged())

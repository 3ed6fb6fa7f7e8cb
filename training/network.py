"""The network that is trained: one reader of words, and small heads for tags, features, tree and names.

Torch is needed here only; `kawat.language.network` runs the exported weights in numpy.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from kawat.language.features import AFFIX_ROWS, SHAPE_ROWS


@dataclass(frozen=True)
class Sizes:
    """Widths of the parts. Tuned by little: each was tried at half and kept where half was worse."""

    word: int = 128
    affix: int = 48
    shape: int = 16
    hidden: int = 256
    layers: int = 2
    arc: int = 200
    label: int = 80
    drop_input: float = 0.33
    drop_hidden: float = 0.4
    drop_heads: float = 0.33
    unknown: float = 0.2  # share of words seen as unknown in training, rare ones more


class Network(nn.Module):
    """Words in, scores out.

    Style 0 is "none given"; the others are the habits of one treebank each.
    """

    def __init__(
        self, static: Tensor, styles: int, tags: int, feats: int, labels: int, names: int, sizes: Sizes
    ):
        super().__init__()
        self.sizes = sizes
        self.static = nn.Embedding.from_pretrained(static, freeze=True)
        self.project = nn.Linear(static.shape[1], sizes.word, bias=False)
        self.words = nn.Embedding(static.shape[0], sizes.word)
        nn.init.zeros_(self.words.weight)
        self.starts = nn.EmbeddingBag(AFFIX_ROWS, sizes.affix, mode="sum")
        self.ends = nn.EmbeddingBag(AFFIX_ROWS, sizes.affix, mode="sum")
        self.shapes = nn.Embedding(SHAPE_ROWS, sizes.shape)
        for table in (self.starts, self.ends, self.shapes):
            nn.init.normal_(table.weight, std=0.3)
        width = sizes.word + 2 * sizes.affix + sizes.shape
        self.style = nn.Embedding(styles, width)
        nn.init.zeros_(self.style.weight)
        self.reader = nn.LSTM(
            width, sizes.hidden, sizes.layers, bidirectional=True, batch_first=True, dropout=sizes.drop_hidden
        )
        wide = 2 * sizes.hidden
        self.tags = nn.Linear(wide, tags)
        self.feats = nn.Linear(wide, feats)
        self.names = nn.Linear(wide, names)
        self.arc_child = nn.Linear(wide, sizes.arc)
        self.arc_head = nn.Linear(wide, sizes.arc)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label_child = nn.Linear(wide, sizes.label)
        self.label_head = nn.Linear(wide, sizes.label)
        self.label = nn.Parameter(torch.zeros(labels, sizes.label + 1, sizes.label + 1))
        self.root = nn.Parameter(torch.zeros(wide))
        nn.init.normal_(self.root, std=0.1)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.label, std=0.02)
        self.drop_heads = nn.Dropout(sizes.drop_heads)

    def inputs(self, rows: Tensor, styles: Tensor) -> Tensor:
        """Vectors of words before the reader; rows are those of `features.row`, shape (batch, length, 8)."""
        batch, length, _ = rows.shape
        word = rows[..., 0]
        if self.training:
            word = word.masked_fill(torch.rand(word.shape) < self.sizes.unknown, 0)
        flat = rows.reshape(-1, rows.shape[-1])
        parts = (
            self.project(self.static(word)) + self.words(word),
            self.starts(flat[:, 1:4]).view(batch, length, -1),
            self.ends(flat[:, 4:7]).view(batch, length, -1),
            self.shapes(rows[..., 7]),
        )
        if self.training:
            keep = 1 - self.sizes.drop_input
            parts = tuple(part * (torch.rand(batch, length, 1) < keep) / keep for part in parts)
        return torch.cat(parts, -1) + self.style(styles)[:, None, :]

    def read(self, rows: Tensor, lengths: Tensor, styles: Tensor) -> Tensor:
        """Contextual vectors; sentences come longest first."""
        packed = pack_padded_sequence(self.inputs(rows, styles), lengths, batch_first=True)
        found, _ = pad_packed_sequence(self.reader(packed)[0], batch_first=True)
        if self.training:
            keep = 1 - self.sizes.drop_heads
            found = found * (torch.rand(found.shape[0], 1, found.shape[2]) < keep) / keep
        return found

    def arcs(self, found: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of heads (batch, word, head; head 0 is the root), and vectors for `labels_of`."""
        both = torch.cat((self.root.expand(found.shape[0], 1, -1), found), 1)
        child = self.drop_heads(nn.functional.relu(self.arc_child(found)))
        head = self.drop_heads(nn.functional.relu(self.arc_head(both)))
        one = torch.cat((child, torch.ones_like(child[..., :1])), -1)
        scores = (one @ self.arc) @ head.transpose(1, 2)
        label_child = self.drop_heads(nn.functional.relu(self.label_child(found)))
        label_head = self.drop_heads(nn.functional.relu(self.label_head(both)))
        return scores, label_child, label_head

    def labels_of(self, child: Tensor, head: Tensor) -> Tensor:
        """Scores of labels for pairs of child and head, both (pairs, width)."""
        one = torch.cat((child, torch.ones_like(child[:, :1])), -1)
        two = torch.cat((head, torch.ones_like(head[:, :1])), -1)
        labels, width, _ = self.label.shape
        mixed = (one @ self.label.permute(1, 0, 2).reshape(width, -1)).view(-1, labels, width)
        return torch.bmm(mixed, two[:, :, None]).squeeze(-1)

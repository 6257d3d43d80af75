"""Fit encoder and heads together: tags, heads, relations, names, sentence ends, what happened, who is the same."""

from __future__ import annotations

import json
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
import torch.distributed as dist
from torch import Tensor, logsumexp
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from dateline.language.training.batches import Batch, Batcher
from dateline.language.training.encoder import Encoder, Reader
from dateline.language.training.material import NAME_LABELS, SOURCES, Document, Labels
from dateline.language.training.progress import Dev, progress
from dateline.language.training.variants import Variants

SMALL = 0.3  # weight of the losses of what happened and of who is the same


class Round(NamedTuple):
    """Some epochs over which the rates rise once and fall; the next round goes on from there (warm restart)."""

    epochs: int
    pieces: int  # a batch of one worker
    rate: float  # of the encoder
    head_rate: float


@dataclass
class Settings:
    """What a fit depends on, beside the data."""

    layers: int = 6
    seed: int = 20211229
    rounds: tuple[Round, ...] = (
        Round(6, 2500, 2e-4, 1.5e-3),
        Round(3, 1250, 1.2e-4, 6e-4),
        Round(5, 1250, 1.5e-4, 6e-4),
        Round(6, 1250, 1.5e-4, 6e-4),
    )
    names_share: float = 0.5  # of the documents without trees, seen in an epoch


class Trainer:
    """The model and the steps over the data; `rank` of `workers` processes, which average their gradients."""

    def __init__(self, documents: list[Document], labels: Labels, batcher: Batcher, settings: Settings,
                 firms: list[str], rank: int = 0, workers: int = 1) -> None:  # fmt: skip
        torch.manual_seed(settings.seed)
        self.settings, self.labels, self.batcher = settings, labels, batcher
        self.rank, self.workers = rank, workers
        self.draw = random.Random(settings.seed)  # the same in every worker, so that all draw one plan
        self.own = random.Random(settings.seed + rank)
        self.documents = documents
        self.variants = Variants(documents, labels, self.draw, firms)
        self.model = Reader(
            Encoder.pretrained(settings.layers),
            len(labels.tags),
            len(labels.relations),
            len(NAME_LABELS),
            len(SOURCES),
        )
        torch.manual_seed(settings.seed + rank)

    def train(self, folder: Path, dev: Dev | None) -> None:
        """Run all rounds; a checkpoint and a line of figures after each epoch, from which a later run goes on."""
        before = 0
        for number, part in enumerate(self.settings.rounds):
            done = 0
            while done < part.epochs and (folder / f"epoch{before + done + 1}.pt").exists():
                done += 1
            if done:
                state = torch.load(folder / f"epoch{before + done}.pt", weights_only=True)
                self.model.load_state_dict(state)
            self.draw.seed(f"{self.settings.seed} {number} {done}")
            self.round(part, before, done, folder, dev)
            before += part.epochs

    def round(self, part: Round, before: int, done: int, folder: Path, dev: Dev | None) -> None:
        """Run the epochs of one round that are not `done`, counted on from `before`."""
        model = self.model
        body = [p for p in model.encoder.parameters() if p.requires_grad]
        heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        self.parameters = body + heads
        groups = [{"params": body, "lr": part.rate}, {"params": heads, "lr": part.head_rate}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        start, seen = time.time(), 0
        for epoch in range(done, part.epochs):
            model.train()
            plan = self.plan(part.pieces)
            mine = plan[self.rank :: self.workers][: len(plan) // self.workers]
            for k, jobs in enumerate(mine):
                self.slope(optimizer, (epoch + k / len(mine)) / part.epochs)
                batch = self.batcher.batch(jobs, self.own)
                loss = self.loss(batch)
                self.update(optimizer, loss)
                seen += int(batch.mask.sum())
                if self.rank == 0 and k % 50 == 0:
                    rate = seen / (time.time() - start)
                    print(
                        f"{before + epoch + 1}:{k}/{len(mine)} {loss.item():.3f} {rate:.0f} pieces/s",
                        flush=True,
                    )
            if self.rank == 0:
                torch.save(model.state_dict(), folder / f"epoch{before + epoch + 1}.pt")
                meta = {"tags": self.labels.tags, "relations": self.labels.relations}
                (folder / "labels.json").write_text(json.dumps(meta))
                told = progress(model, self.batcher, dev) if dev else ""
                print(f"epoch {before + epoch + 1} ({time.time() - start:.0f} s): {told}", flush=True)

    def plan(self, pieces: int) -> list[list]:
        """Draw the documents of an epoch and their looks; the same in every worker."""
        chosen = [
            d
            for d in self.documents
            if d.sentences[0].heads or self.draw.random() < self.settings.names_share
        ]
        return self.batcher.plan([self.variants(d) for d in chosen], pieces, self.draw)

    def loss(self, b: Batch) -> Tensor:
        """Add up the losses of what is known of the words."""
        m = self.model
        with torch.autocast("cpu", torch.bfloat16):
            x = m(b.ids, b.shapes, b.mask, b.first).float()
            total = self._names(x, b)
            if (b.ends != -100).any():
                known = b.ends != -100
                total = total + binary_cross_entropy_with_logits(
                    m.end(x[known])[:, 0].float(), b.ends[known].float()
                )
            if len(b.tree):
                total = total + self._tree(x, b)
            if len(b.happened):
                score = m.happened(x[b.happened[:, 0].long()])[:, 0].float()
                total = total + SMALL * binary_cross_entropy_with_logits(
                    score, b.happened[:, 1], b.happened[:, 2]
                )
            if any(len(one) > 1 for one in b.mentions):
                total = total + SMALL * self._same(x, b.mentions)
        return total

    def _names(self, x: Tensor, b: Batch) -> Tensor:
        scores = self.model.names(x, b.same, b.source)
        # where MISC is not marked, an unmarked word may be one
        either = logsumexp(scores[:, [0, 7, 8]], 1, keepdim=True)
        open_ = torch.cat([either, scores[:, 1:7], scores[:, 7:] - 1e4], 1)
        return cross_entropy(torch.where(b.misc[:, None], scores, open_), b.names, ignore_index=-100)

    def _tree(self, x: Tensor, b: Batch) -> Tensor:
        m, words = self.model, b.tree
        loss = cross_entropy(m.tag(x[words]).float(), b.tags[words], label_smoothing=0.03)
        arcs = m.arcs(x, b.place)
        loss = loss + cross_entropy(arcs.flatten(0, 1), b.local.flatten(), ignore_index=-100)
        found = m.relations(x, words, b.heads[words])
        return loss + cross_entropy(found, b.relations[words], label_smoothing=0.03)

    def _same(self, x: Tensor, mentions: list[list[tuple[int, int]]]) -> Tensor:
        """Score the earlier mentions of each mention, and that it is new (Lee et al. 2017)."""
        m, losses = self.model, []
        for one in mentions:
            if len(one) < 2:
                continue
            v = x[torch.tensor([w for w, _ in one])]
            entity = torch.tensor([e for _, e in one])
            scores = (m.same_later(v) @ m.same_earlier(v).T).float() / 8
            earlier = torch.ones_like(scores).tril(-1).bool()
            scores = torch.cat([m.new(v).float(), scores.masked_fill(~earlier, -1e4)], 1)
            right = (entity[:, None] == entity[None]) & earlier
            right = torch.cat([~right.any(1, keepdim=True), right], 1)
            losses.append((logsumexp(scores, 1) - logsumexp(scores.masked_fill(~right, -1e4), 1)).mean())
        return torch.stack(losses).mean()

    def slope(self, optimizer, done: float) -> None:
        """Warm up over the first twentieth, then fall in a line."""
        share = min(done / 0.05 + 1e-3, max(0.01, (1 - done) / 0.95))
        for group in optimizer.param_groups:
            group.setdefault("peak", group["lr"])
            group["lr"] = group["peak"] * share

    def update(self, optimizer, loss: Tensor) -> None:
        optimizer.zero_grad(set_to_none=False)
        loss.backward()
        if self.workers > 1:
            flat = torch.cat(
                [(p.grad if p.grad is not None else torch.zeros_like(p)).flatten() for p in self.parameters]
            )
            dist.all_reduce(flat)
            flat /= self.workers
            at = 0
            for p in self.parameters:
                p.grad = flat[at : at + p.numel()].view_as(p)
                at += p.numel()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        optimizer.step()

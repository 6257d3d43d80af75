"""Rows of one article, each parted into what tells one event: the row's own telling, and what it only mentions.

The choice of rows puts a word beside the surer one that tells more of its clause ("charged" beside "killed"). Such
words say more about the row, but are no second telling of it: taken to another article, they would tie two events.
What earns a row by itself is compared with other articles by itself too, and goes back into its row where no other
article tells it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.grammar.frames import CARRYING
from dateline.tables import ROW
from dateline.timeline.kin import relation
from dateline.timeline.signals import Read

_CLOSE = ("same word", "same stem", "synonyms")  # of one row they tell one event


def parted(reads: Iterable[Read]) -> list[list[Read]]:
    """Part the rows of an article into groups of mentions that tell one event each.

    Parameters
    ----------
    reads : iterable of Read
        The mentions of one article, in order of its text.

    Returns
    -------
    list of list of Read
        The group that holds a row's surest mention comes first of its row.

    Examples
    --------
    >>> from dateline.timeline.signals import read_of
    >>> from dateline.timeline.tellings import telling
    >>> row = [telling(key="a:1", action=action) for action in ("kill", "charge", "killing")]
    >>> [[read.told.action for read in group] for group in parted(map(read_of, row))]
    [['kill', 'killing'], ['charge']]
    """
    rows: dict[str, list[Read]] = {}
    for read in reads:
        rows.setdefault(read.told.key, []).append(read)
    return [group for row in rows.values() for group in _parted(row)]


def _parted(row: list[Read]) -> list[list[Read]]:
    lead = max(row, key=lambda read: (read.told.weight, -read.told.start))
    groups: list[list[Read]] = [[lead]]
    for read in row:
        if read is lead:
            continue
        own = is_close(read, lead) or _carries(read, lead)
        fitting = (group for group in groups[1:] if _fits(read, group))
        group = groups[0] if own else next(fitting, None)
        if group is None:
            groups.append([read])
        else:
            group.append(read)
    groups[0].sort(key=lambda read: (read.told.start, read.told.end))
    return groups


def _fits(read: Read, group: list[Read]) -> bool:
    """Tell whether a mention belongs to a group beside the lead: one deed, and both or neither earn a row."""
    return earns([read]) == earns(group) and any(is_close(read, one) for one in group)


def earns(group: Iterable[Read]) -> bool:
    """Tell whether a group would be a row by itself."""
    return any(read.told.weight >= ROW for read in group)


def _carries(one: Read, other: Read) -> bool:
    """Tell "had" and "call" of "Ann Lee had a video call": a light verb and what it carries, in one line."""
    return one.told.what == other.told.what and bool({one.told.action, other.told.action} & CARRYING)


def is_close(one: Read, other: Read) -> bool:
    """Tell whether two mentions have one word or words for one deed."""
    return one.kin == other.kin or relation(one.kin, other.kin) in _CLOSE

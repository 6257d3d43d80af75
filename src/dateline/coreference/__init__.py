"""Which words of an article mean the same person, organisation or place: names, then phrases, then pronouns."""

from dateline.coreference.inner import link_inner
from dateline.coreference.naming import Entry, Linked, link_names
from dateline.coreference.nominals import link_nominals
from dateline.coreference.pronouns import link_pronouns

__all__ = ["Entry", "Linked", "link_inner", "link_names", "link_nominals", "link_pronouns"]

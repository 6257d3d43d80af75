"""Why a row is there, in words: the rule, the sentence, the anchor, who was taken for whom."""

from dateline.explaining.explain import Explanation, explain
from dateline.explaining.shelf import Lookup

__all__ = ["Explanation", "Lookup", "explain"]

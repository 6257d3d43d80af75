"""The tagger's names corrected by what the whole article and the lexicons say."""

from dateline.proper_names.correction import names_in, names_in_credits

__all__ = ["names_in", "names_in_credits"]

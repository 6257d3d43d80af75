"""Who says what: direct, mixed and reported speech with its cue and its speaker."""

from dateline.quotes.extract import Quote, find_quotes, quotes_in, statements

__all__ = ["Quote", "find_quotes", "quotes_in", "statements"]

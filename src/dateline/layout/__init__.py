"""What each paragraph of an article is: headline, dateline, body, photo caption or credit."""

from dateline.layout.parts import Block, blocks

__all__ = ["Block", "blocks"]

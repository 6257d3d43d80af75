"""Roles of persons as the text tells them: titles before a name, appositions after it, "X is the president of Y"."""

from dateline.roles.nouns import role_ending
from dateline.roles.phrases import Role, country_in, last_ok, role_text
from dateline.roles.titles import roles_of

__all__ = [
    "Role",
    "country_in",
    "last_ok",
    "role_ending",
    "role_text",
    "roles_of",
]

"""Who, what, when, where, why and how of each article, as spans of its text."""

from dateline.five_ws.answers import QUESTIONS, Answer, answers_in
from dateline.five_ws.table import five_ws

__all__ = ["QUESTIONS", "Answer", "answers_in", "five_ws"]

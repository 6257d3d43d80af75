"""Make every shipped language model again: `python -m dateline.language.training --data DIR`."""

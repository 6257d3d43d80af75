"""Measuring every step against gold sets."""

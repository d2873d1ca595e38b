"""Duilian: a rehearsal room for bank relationship managers."""

__version__ = "0.1.0"

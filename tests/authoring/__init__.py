"""The trainer's tools."""

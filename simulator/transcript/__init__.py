"""The transcript: what a visit leaves behind, and all that scoring sees."""

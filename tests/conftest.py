"""What all tests share: hypothesis without deadlines (machines are noisy) and with the same examples everywhere."""

from hypothesis import settings

settings.register_profile("duilian", deadline=None, derandomize=True)
settings.load_profile("duilian")

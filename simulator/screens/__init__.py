"""The Textual face: library, dossier, conversation, debrief, replay. Only this room knows Textual.

The Kitty keyboard protocol is switched off before Textual is first imported: with it, phrases of five or more
characters from a Chinese input method are lost on their way in.
"""

import os

os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"

"""How well human graders agree with the scorer and with each other.

`scoring.agreement.comparing` does the statistics and needs the extra ``agreement``; the rest does without.
"""

from scoring.agreement.sheet import SheetError, read_sheet
from scoring.agreement.template import template
from scoring.agreement.values import SCORER, Agreement, Visit

__all__ = ["SCORER", "Agreement", "SheetError", "Visit", "read_sheet", "template"]

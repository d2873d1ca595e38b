"""Scoring: from a transcript and a rubric to a scorecard and a debrief. Knows no screen, no client and no store."""

from scoring.debrief import Debrief, debrief
from scoring.grading import grade
from scoring.hints import hints
from scoring.plain_text import plain_debrief
from scoring.rubric import Rubric
from scoring.rubric_file import load_rubric
from scoring.scorecard import Scorecard

__all__ = ["Debrief", "Rubric", "Scorecard", "debrief", "grade", "hints", "load_rubric", "plain_debrief"]

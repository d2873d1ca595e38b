"""Debriefs as pages: HTML that stands by itself, and Markdown for mail. Values in, text out; files are written elsewhere."""

from scoring.report.markdown import markdown_page
from scoring.report.page import html_page, index_page

__all__ = ["html_page", "index_page", "markdown_page"]

"""One self-contained page with everything that was found: to read, to filter, to print, to send."""

from dateline.report.write import check_page, write_report

__all__ = ["check_page", "write_report"]

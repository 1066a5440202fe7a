"""The report for a visit: what it holds, on a page and as PDF."""

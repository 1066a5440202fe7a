"""Charts as drawings that need no script: inline on a page, and in the report on paper."""

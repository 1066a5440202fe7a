"""One source per file: each reads one kind of file and knows nothing of accounts or pages."""

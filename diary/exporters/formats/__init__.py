"""One format per file: each turns days into a file and knows nothing of accounts or pages."""

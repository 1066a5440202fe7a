"""One clinical rule per file; a new file is found by its place."""

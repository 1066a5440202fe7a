"""The diary of an invented person, which anyone may look at."""

"""Recording the preventives tried, and how that ended."""

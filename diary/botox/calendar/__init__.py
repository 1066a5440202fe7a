"""The next session in the calendar of a phone: as a file, or by a private address."""

"""The reader's side of a link: its code, its PIN, and the door to the diary behind it."""

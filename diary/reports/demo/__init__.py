"""The demo diary, open to everybody, through the same pages as one's own."""

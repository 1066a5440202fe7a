"""Planned sessions, and whether they took place."""

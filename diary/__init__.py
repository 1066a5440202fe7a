"""Headache Diary: headache days, migraine days, medicines and Botox, counted honestly."""

"""Taking the diary out of the app: one format per file in formats/."""

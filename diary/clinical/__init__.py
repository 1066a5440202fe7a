"""The rules. Standard library only; nothing here knows the clock, the database or the page.

headache day            a local calendar day with any headache
long headache day       a headache day with 240 minutes of headache or more
migraine day            see migraine_day.py
acute medication day    a day with an intake of an acute headache medicine; days, never doses
crystal-clear day       a day recorded without headache, aura and acute medicine
unrecorded day          nothing was recorded: neither a clear day nor a headache day
MHD, MMD                monthly headache days, monthly migraine days
baseline                the 28 days before the first Botox session
cycle                   from one Botox session to the day before the next
"""

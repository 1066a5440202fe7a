"""Where imported things go: the days, the Botox sessions, the preventives tried."""

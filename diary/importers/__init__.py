"""Taking files into the diary: sources read them, the person confirms, an import can be undone."""

"""What every page shares: errors, formatting, converters, security headers, health."""

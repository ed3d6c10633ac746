"""Pages and deeds about contacts."""

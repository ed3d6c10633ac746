"""Pages about the organisation and the people who work in it."""

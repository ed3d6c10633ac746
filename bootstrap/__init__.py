"""Makes the environment from nothing but the standard library; knows nothing of the application."""

"""What the server has done, in figures without names or keys, for Prometheus."""

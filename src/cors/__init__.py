"""CORS, the Case Outcome Recording System."""

VERSION = "0.1.0"

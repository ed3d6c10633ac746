"""Somebody tries to break in, to read what is not theirs, to lose or to leak words."""

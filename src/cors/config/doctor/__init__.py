"""What is unsafe or missing in an installation, in words, each with what to do."""

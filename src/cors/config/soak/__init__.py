"""A long steady load on the real server, and what it does to memory, files and speed."""

"""Pages about a person: names, safe contact, consent, alerts, equality, blocks, erasure."""

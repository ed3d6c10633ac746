"""What breaks round the records: a killed server, a full disk, the same thing sent twice."""

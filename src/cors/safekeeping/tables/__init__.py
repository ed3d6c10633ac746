"""Tables as rows of plain values, the same from both databases."""

"""How much can be written in a plan, in characters."""

LONGEST_WORDS = 2_000  # a goal, a moment, a step
LONGEST_NOTE = 10_000  # what helped, what exactly is done, what to remember

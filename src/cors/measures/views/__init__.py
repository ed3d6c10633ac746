"""Pages of measures: take them, hand them over, see what came of them."""

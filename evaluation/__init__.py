"""Commands that measure how well Kawat reads; each takes the path of its data and prints its figures by name."""

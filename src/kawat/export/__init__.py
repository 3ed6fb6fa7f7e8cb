"""One file a format: readings, statements and events for people and for other programs."""

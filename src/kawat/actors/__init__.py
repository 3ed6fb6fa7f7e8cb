"""Who: the who's-who as data, mentions in a text, and which of them are the same actor."""

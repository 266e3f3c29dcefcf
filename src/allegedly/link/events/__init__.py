"""Events of one article, and which of two articles are the same."""

"""Reading structured sources: text to values that know where they stand."""

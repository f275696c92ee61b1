"""The beginning of a site: its first files, and what is brought over from a site of another program."""

"""The domain: entries, names, dates, people, venues, prose, and the library that relates them. Frozen values only."""

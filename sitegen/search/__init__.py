"""The search index: one small file, or from 5,000 works on many of which a query needs few."""

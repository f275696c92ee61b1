"""A record from the network, and its way into a .bib file."""

"""Words on paper: LaTeX, rich text, HTML, slugs, sorting. Nothing here knows what an entry is."""

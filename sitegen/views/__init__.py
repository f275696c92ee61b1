"""What pages show, as frozen values: the whole vocabulary of the templates beside `site`."""

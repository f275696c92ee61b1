"""Commands: one file each, named as its command; loaded when somebody asks for it."""

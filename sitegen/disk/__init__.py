"""Files as the disk has them: what was written, whose folder it is, one step for many files, one build at a time."""

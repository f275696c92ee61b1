"""Which pages a change asks to be made anew: what each page read when it was made, compared with what stands there now.

A page is a function of the library, the site and its templates. While it is made, every look into them is noted
(`watch`); of each thing that was read a digest is kept (`values`). A later build makes a page anew when one of the
digests differs, and leaves its file alone otherwise (`stale`).
"""

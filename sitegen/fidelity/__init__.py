"""A proof of fidelity: what was built is read back by other programs and compared with what the sources say.

It needs the optional extra `proof`: an HTML parser that reads as browsers do, and readers of BibTeX and RIS.
"""

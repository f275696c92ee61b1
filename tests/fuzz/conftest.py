"""The fuzzers need atheris and never end by themselves: pytest leaves them alone."""

collect_ignore_glob = ["fuzz_*.py"]

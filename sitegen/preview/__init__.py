"""The preview server's parts: what it answers, whom it answers, what it watches."""

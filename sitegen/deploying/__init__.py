"""The way of a finished site to where it is published."""

"""The reference pages of docs/, written from the code: what there is, in the words of those who made it."""

"""What is written for people to look at: a network in, one self-contained page out."""

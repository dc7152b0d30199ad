"""Which body a name stands for: words and their context come in; one body goes out, or candidates, never a guess."""

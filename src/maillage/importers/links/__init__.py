"""Links: tables of what other data sets call our territories and bodies come in; facts under graph/links/ go out."""

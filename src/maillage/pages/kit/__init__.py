"""What every page is made with: setting, frame, words, addresses, files, tables, maps."""

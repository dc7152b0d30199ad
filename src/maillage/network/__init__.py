"""Networks: rows of a network query come in; a networkx graph whose edges carry their evidence goes out."""

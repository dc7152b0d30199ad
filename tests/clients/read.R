# How much R's igraph reads: `Rscript read.R FILE` (.graphml, or the edges of a .csv with its nodes beside) prints JSON.
suppressMessages(library(igraph))
file <- commandArgs(trailingOnly = TRUE)[1]
if (grepl("\\.csv$", file)) {
  nodes <- read.csv(sub("\\.csv$", "-nodes.csv", file))
  edges <- read.csv(file)
  g <- graph_from_data_frame(edges, directed = edges$type[1] == "Directed", vertices = nodes)
} else {
  g <- read_graph(file, "graphml")
}
out <- c(sprintf('"nodes": %d', vcount(g)), sprintf('"edges": %d', ecount(g)))
out <- c(out, sprintf('"placed": %d', sum(!is.na(V(g)$x) & !is.na(V(g)$y) & grepl("^#", V(g)$color))))
if (is.logical(V(g)$type)) {
  u <- as.undirected(g)
  out <- c(out, sprintf('"pairs": %d', ecount(bipartite_projection(u, which = "false"))))
}
cat("{", paste(out, collapse = ", "), "}\n")

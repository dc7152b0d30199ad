# How much R's network and sna read: `Rscript read_sna.R FILE` (the edges of a .csv, its nodes beside) prints JSON.
suppressMessages({
  library(network)
  library(sna)
})
file <- commandArgs(trailingOnly = TRUE)[1]
nodes <- read.csv(sub("\\.csv$", "-nodes.csv", file))
edges <- read.csv(file)
g <- as.network(edges, directed = edges$type[1] == "Directed", vertices = nodes)
of <- function(name) get.vertex.attribute(g, name)
out <- c(sprintf('"nodes": %d', network.size(g)), sprintf('"edges": %d', network.edgecount(g)))
out <- c(out, sprintf('"placed": %d', sum(!is.na(of("x")) & !is.na(of("y")) & grepl("^#", of("color")))))
out <- c(out, sprintf('"components": %d', components(g, connected = "weak")))
if ("mode" %in% list.vertex.attributes(g)) {
  actors <- which(of("bipartite") == 0)
  shared <- as.sociomatrix(g)[actors, -actors]
  pairs <- tcrossprod(shared) > 0
  out <- c(out, sprintf('"pairs": %d', sum(pairs[upper.tri(pairs)])))
}
cat("{", paste(out, collapse = ", "), "}\n")

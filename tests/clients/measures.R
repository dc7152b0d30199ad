# What R's sna and igraph make of a network: `Rscript measures.R FOLDER` reads arcs.csv (from, to; 1-based), groups.csv (one a
# line) and directed (a file that is there or not), and prints JSON.
suppressMessages(library(sna))
folder <- commandArgs(trailingOnly = TRUE)[1]
groups <- readLines(file.path(folder, "groups.csv"))
arcs <- as.matrix(read.csv(file.path(folder, "arcs.csv")))
directed <- file.exists(file.path(folder, "directed"))
n <- length(groups)
m <- matrix(0, n, n)
m[arcs] <- 1
if (!directed) m <- pmax(m, t(m))
b <- brokerage(m, groups)
mode <- if (directed) "digraph" else "graph"
g <- igraph::graph_from_adjacency_matrix(m, mode = if (directed) "directed" else "undirected")
out <- list(
  raw = unname(b$raw.nli), expected = unname(b$exp.nli), z = unname(b$z.nli),
  betweenness = igraph::betweenness(g), constraint = igraph::constraint(g),
  coreness = igraph::coreness(igraph::as.undirected(g)),
  modularity = igraph::modularity(igraph::as.undirected(g), as.integer(factor(groups))),
  assortativity = igraph::assortativity_nominal(g, as.integer(factor(groups)), directed = directed),
  degree_centralization = centralization(m, degree, mode = mode, cmode = if (directed) "indegree" else "freeman"),
  betweenness_centralization = centralization(m, betweenness, mode = mode)
)
if (!directed) out$cut_points <- as.integer(cutpoints(m, mode = "graph"))
cat(jsonlite::toJSON(out, digits = NA, na = "null", auto_unbox = TRUE))

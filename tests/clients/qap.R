# What R's sna makes of two networks: `Rscript qap.R FOLDER` reads one.csv and other.csv (matrices without heads), prints JSON.
suppressMessages(library(sna))
folder <- commandArgs(trailingOnly = TRUE)[1]
m <- lapply(c("one.csv", "other.csv"), function(f) as.matrix(read.csv(file.path(folder, f), header = FALSE)))
mode <- if (all(sapply(m, isSymmetric, check.attributes = FALSE))) "graph" else "digraph"
set.seed(1)
q <- qaptest(list(unname(m[[1]]), unname(m[[2]])), gcor, reps = 2000, g1 = 1, g2 = 2, mode = mode)
cat(jsonlite::toJSON(list(value = q$testval, high = q$pgreq, low = q$pleeq, mean = mean(q$dist), sd = sd(q$dist)),
  digits = NA, auto_unbox = TRUE))

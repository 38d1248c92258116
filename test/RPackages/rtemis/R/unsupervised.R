decomp <- function(x, algorithm, config, verbosity = 1L) {
  msg("Decomposing with ", algorithm, "...", caller = "decomp")
  settings <- attr(config, "config")
  fit <- stats::prcomp(as.data.frame(x), center = settings$center, scale. = settings$scale, rank. = settings$k)
  object("Decomposition", algorithm = algorithm, config = config, transformed = fit$x, decom = unclass(fit))
}

cluster <- function(x, algorithm, config, verbosity = 1L) {
  msg("Clustering with ", algorithm, "...", caller = "cluster")
  fit <- stats::kmeans(as.data.frame(x), attr(config, "config")$k)
  object("Clustering", algorithm = algorithm, config = config, clusters = fit$cluster, k = attr(config, "config")$k, clust = unclass(fit))
}

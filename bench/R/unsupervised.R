# The decompositions and clusterings that rtemis makes, by its algorithms' names, with the calls that it makes. `d$x` is the table, `h` all options.

cclust <- function(method) list(
  package = "flexclust",
  fit = function(d, h) flexclust::cclust(as.matrix(d$x), k = h$k, dist = h$dist, method = method))

learners <- list(
  PCA = list(
    package = "stats",
    fit = function(d, h) prcomp(as.matrix(d$x), center = h$center, scale. = h$scale, rank. = h$k, tol = h$tol)),

  ICA = list(
    package = "fastICA",
    fit = function(d, h) fastICA::fastICA(
      as.matrix(d$x), n.comp = h$k, alg.typ = h$type, fun = h$fun, alpha = h$alpha, method = "C", row.norm = h$row_norm, maxit = h$maxit, tol = h$tol)),

  # The scores, which rtemis finds by non-negative least squares afterwards, are left out.
  NMF = list(package = "NMF", fit = function(d, h) NMF::nmf(t(as.matrix(d$x)), rank = h$k, method = h$method, nrun = 1)),

  UMAP = list(
    package = "uwot",
    fit = function(d, h) uwot::umap(
      as.matrix(d$x), n_components = h$k, n_neighbors = h$n_neighbors, init = h$init, metric = h$metric, n_epochs = h$n_epochs,
      learning_rate = h$learning_rate, scale = h$scale, ret_model = TRUE)),

  tSNE = list(
    package = "Rtsne",
    fit = function(d, h) Rtsne::Rtsne(
      as.matrix(d$x), dims = h$k, initial_dims = h$initial_dims, perplexity = h$perplexity, theta = h$theta, check_duplicates = h$check_duplicates,
      pca = h$pca, partial_pca = h$partial_pca, max_iter = h$max_iter, pca_center = h$pca_center, pca_scale = h$pca_scale, normalize = h$normalize,
      momentum = h$momentum, final_momentum = h$final_momentum, eta = h$eta, exaggeration_factor = h$exaggeration_factor,
      num_threads = h$num_threads)),

  # Without a number of neighbours all pairs are kept.
  Isomap = list(
    package = "vegan",
    fit = function(d, h) {
      distances <- dist(as.matrix(d$x), method = h$dist_method)
      vegan::isomap(distances, ndim = h$k, k = if (h$nsd > 0) h$nsd else nrow(d$x), path = h$path)
    }),

  KMeans = cclust("kmeans"),
  HardCL = cclust("hardcl"),
  NeuralGas = cclust("neuralgas"),

  CMeans = list(
    package = "e1071",
    fit = function(d, h) e1071::cmeans(as.matrix(d$x), centers = h$k, iter.max = h$max_iter, dist = h$dist, method = h$method, m = h$m)),

  DBSCAN = list(
    package = "dbscan",
    fit = function(d, h) dbscan::dbscan(as.matrix(d$x), eps = h$eps, minPts = h$min_points, borderPoints = h$border_points))
)

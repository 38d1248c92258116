# Objects with properties, kept as attributes.
object <- function(class, ...) structure(list(), class = class, ...)

hyperparameters <- function(algorithm, values, tunable = character()) {
  object(c(paste0(algorithm, "Hyperparameters"), "Hyperparameters"), algorithm = algorithm, hyperparameters = values, tunable_hyperparameters = tunable)
}

setup_GLM <- function(ifw = FALSE, link = c("identity", "log")) {
  if (!is.logical(ifw) || length(ifw) != 1L) stop("<rtemis::GLMHyperparameters> object properties are invalid:\n- @ifw must be <logical>, not <", typeof(ifw), ">")
  hyperparameters("GLM", list(ifw = ifw, link = match.arg(link)), "ifw")
}

setup_Slow <- function(seconds = 60) hyperparameters("Slow", list(seconds = seconds))

setup_Stubborn <- function(seconds = 60) hyperparameters("Stubborn", list(seconds = seconds))

setup_Hungry <- function(megabytes = 100000) hyperparameters("Hungry", list(megabytes = megabytes))

setup_Quitting <- function(status = 7L) hyperparameters("Quitting", list(status = status))

setup_Crashing <- function() hyperparameters("Crashing", list())

setup_Failing <- function(message = "It fails.") hyperparameters("Failing", list(message = message))

setup_Warning <- function() hyperparameters("Warning", list())

setup_PCA <- function(k = 3L, center = TRUE, scale = center) object("PCAConfig", algorithm = "PCA", config = list(k = k, center = center, scale = scale))

setup_KMeans <- function(k = 3L) {
  if (k < 1L) stop("@k must be >= 1.")
  object("KMeansConfig", algorithm = "KMeans", config = list(k = k))
}

setup_Resampler <- function(n_resamples = 10L, type = c("KFold", "Bootstrap"), seed = NULL) object("ResamplerConfig", n_resamples = n_resamples, type = type[[1L]], seed = seed)

setup_Preprocessor <- function(scale = FALSE, center = scale, impute_missRanger_params = list()) object("PreprocessorConfig", scale = scale, center = center)

setup_SuperConfigLive <- function(
  dat_training, weights = NULL, positive_class = NULL, hyperparameters = NULL, outer_resampling_config = NULL, question = NULL, verbosity = 1L
) {
  object("SuperConfigLive",
    dat_training = dat_training, hyperparameters = hyperparameters, outer_resampling_config = outer_resampling_config, question = question
  )
}

.list_to_SuperConfig <- function(x) {
  known <- c("weights", "positive_class", "hyperparameters", "outer_resampling_config", "question", "verbosity")
  unknown <- setdiff(names(x), known)
  if (length(unknown)) stop("Unknown supervised config key: `", unknown[[1L]], "`.")
  algorithm <- x$hyperparameters$algorithm
  setup <- get0(paste0("setup_", algorithm), envir = asNamespace("rtemis"))
  if (is.null(setup)) stop("Invalid algorithm: ", algorithm, ".")
  wrong <- setdiff(names(x$hyperparameters$hyperparameters), names(formals(setup)))
  if (length(wrong)) stop("Unknown ", algorithm, " hyperparameter key: `", wrong[[1L]], "`.")
  x$hyperparameters <- do.call(setup, x$hyperparameters$hyperparameters)
  if (!is.null(x$outer_resampling_config)) x$outer_resampling_config <- do.call(setup_Resampler, x$outer_resampling_config)
  do.call(object, c("SuperConfig", list(outdir = "results/"), x))
}

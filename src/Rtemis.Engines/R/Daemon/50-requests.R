# From a request's parameters to rtemis's own configurations: its defaults and its messages are the user's.

# The members that are the server's, not rtemis's.
transport_members <- c("data_handle", "engine")

wire_parameters <- function(parameters) {
  wire <- from_wire(parameters)
  wire <- wire[!(names(wire) %in% transport_members) & !startsWith(names(wire), "$")]
  # A client's "nothing chosen".
  for (name in c("positive_class", "weights", "question")) if (identical(wire[[name]], "")) wire[[name]] <- NULL
  Filter(Negate(is.null), wire)
}

# What was asked for, as far as it can be told without the table.
checked <- function(type, parameters) {
  wire <- wire_parameters(parameters)
  algorithm <- switch(type,
    train = {
      settings <- building("Could not build training config: ", train_settings(wire))
      property(settings$hyperparameters, "algorithm")
    },
    decomp = checked_unsupervised(wire, "decomposition", "decom_algorithms"),
    cluster = checked_unsupervised(wire, "clustering", "clust_algorithms")
  )
  list(algorithm = algorithm, question = wire[["question"]])
}

building <- function(what, expression) {
  tryCatch(expression, error = function(e) {
    refuse(if (is.null(e$code)) "invalid_params" else e$code, paste0(what, strip_ansi(conditionMessage(e))))
  })
}

# %% train

# The arguments of setup_SuperConfigLive() without the table.
train_settings <- function(wire) {
  inner <- wire$hyperparameters
  if (is.list(inner$hyperparameters)) inner <- inner$hyperparameters
  wire$hyperparameters <- list(algorithm = wire$algorithm, hyperparameters = without_meta(inner))
  wire$algorithm <- NULL
  build <- rtemis_function(".list_to_SuperConfig")
  settings <- if (is.null(build)) settings_of_older(wire) else properties(build(wire))
  # A recipe names files; here the table is at hand, and the result goes back instead of to a folder.
  settings[c("dat_training_path", "dat_validation_path", "dat_test_path", "outdir")] <- NULL
  settings
}

# rtemis before 1.3 builds each part alone, and would pass over names that it does not know.
settings_of_older <- function(wire) {
  known <- names(formals(needed("setup_SuperConfigLive", "configurations of live data")))
  refuse_unknown(wire, known, "supervised config")
  hyperparameters <- wire$hyperparameters
  setup <- rtemis_function(paste0("setup_", hyperparameters$algorithm))
  if (is.null(setup)) refuse("invalid_params", sprintf("Invalid algorithm: %s.", hyperparameters$algorithm))
  wire$hyperparameters <- call_setup(setup, hyperparameters$hyperparameters, paste(hyperparameters$algorithm, "hyperparameter"))
  wire$preprocessor_config <- built(wire$preprocessor_config, function(x) call_setup(rtemis_function("setup_Preprocessor"), x, "preprocessor"))
  wire$outer_resampling_config <- built(wire$outer_resampling_config, older_resampler)
  wire$tuner_config <- built(wire$tuner_config, function(x) {
    settings <- x$config
    settings$resampler_config <- built(settings$resampler_config, older_resampler)
    call_setup(needed("setup_GridSearch", "tuning"), settings, "tuner")
  })
  wire$decomposition_config <- built(wire$decomposition_config, needed(".list_to_DecompositionConfig", "decomposition before training"))
  wire$execution_config <- built(wire$execution_config, function(x) call_setup(needed("setup_ExecutionConfig", "execution config"), x, "execution"))
  if (is.null(wire$algorithm) && "algorithm" %in% known) wire$algorithm <- hyperparameters$algorithm
  wire
}

older_resampler <- function(x) call_setup(needed("setup_Resampler", "resampling"), x, "resampler")

built <- function(x, build) if (!is.null(x)) build(x)

train_config <- function(wire, table) {
  settings <- building("Could not build training config: ", train_settings(wire))
  settings$dat_training <- table
  do.call(needed("setup_SuperConfigLive", "configurations of live data"), settings)
}

# %% decomp, cluster

checked_unsupervised <- function(wire, label, table) {
  algorithm <- listed_name(wire$algorithm, rtemis_function(table)[[1L]])
  if (is.null(algorithm)) refuse("not_found", sprintf("Unknown %s algorithm `%s`.", label, format(wire$algorithm)[1L]))
  unsupervised_config(wire, label, algorithm)
  algorithm
}

listed_name <- function(name, names) {
  if (!is.character(name) || length(name) != 1L) return(NULL)
  hit <- names[tolower(names) == tolower(name)]
  if (length(hit)) hit[[1L]]
}

unsupervised_config <- function(wire, label, algorithm) {
  refuse_unknown(wire, c("algorithm", "hyperparameters", "config", "features", "question"), paste(label, "config"))
  settings <- if (is.null(wire$config)) wire$hyperparameters else wire$config
  building(sprintf("Could not build %s config: ", label), {
    features <- wire$features
    if (!is.null(features) && (!is.character(features) || length(features) == 0L || !all(nzchar(features)))) {
      refuse("invalid_params", "`features` must be a non-empty character vector.")
    }
    call_setup(rtemis_function(paste0("setup_", algorithm)), settings, algorithm)
  })
}

# %% calling setup functions

call_setup <- function(setup, arguments, what) {
  arguments <- without_meta(arguments)
  refuse_unknown(arguments, names(formals(setup)), what)
  do.call(setup, as.list(arguments))
}

# Notes of a document on itself, such as `$schema`.
without_meta <- function(x) if (length(x)) x[!startsWith(names(x), "$")] else list()

refuse_unknown <- function(given, known, what) {
  unknown <- setdiff(names(given), known)
  if (length(unknown)) {
    refuse("invalid_params", sprintf(
      "Unknown %s key%s: %s.", what, if (length(unknown) > 1L) "s" else "", paste0("`", unknown, "`", collapse = ", ")
    ))
  }
}

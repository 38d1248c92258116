# A job: reads the table that the server has put into the folder, computes, and leaves the result there.

run_job <- function(con, assignment) {
  setwd(assignment$result_folder)
  on.exit(setwd(tempdir()), add = TRUE)
  limit_threads(assignment$threads)
  wire <- wire_parameters(assignment$parameters)
  table <- read_table(assignment$data_path)
  slices <- telling(con, assignment$job_id, {
    if (assignment$type == "predict") predict_slices(wire, table, assignment$source_folder) else made_slices(con, assignment, wire, table)
  })
  slices$tables <- lapply(slices$tables, function(table) if (!is.null(table)) plain(table))
  write_object(slices, "slices.rdata")
}

# What the job makes is kept as it is, too.
made_slices <- function(con, assignment, wire, table) {
  made <- switch(assignment$type,
    train = train_table(con, assignment$job_id, wire, table),
    decomp = unsupervised_result(wire, table, "decomposition", "decom_algorithms", "decomp"),
    cluster = unsupervised_result(wire, table, "clustering", "clust_algorithms", "cluster")
  )
  saveRDS(made, "result.rds", compress = FALSE)
  slices <- slices_of(made, assignment$type, wire[["question"]])
  slices$model <- assignment$type == "train" && !is_a(made, "SupervisedRes")
  slices
}

# A factor's levels and a column's class are what the server has settled; rtemis works on data.table's tables.
read_table <- function(path) {
  file <- file(path, "rb")
  on.exit(close(file))
  table <- unserialize(file)
  if (requireNamespace("data.table", quietly = TRUE)) data.table::setDT(table)
  table
}

write_object <- function(x, path) {
  file <- file(path, "wb")
  on.exit(close(file))
  serialize(x, file, xdr = FALSE, version = 3L)
}

limit_threads <- function(threads) {
  if (requireNamespace("data.table", quietly = TRUE)) data.table::setDTthreads(threads)
  options(mc.cores = threads, Ncpus = threads)
}

train_table <- function(con, job_id, wire, table) {
  config <- train_config(wire, table)
  train <- needed("train", "training")
  # Training on data of SuperConfigLive came with 1.2; before 1.3.5 progress was told by a function.
  if ("progress" %in% names(formals(train))) train(config, progress = forward_progress(con, job_id)) else train(config)
}

unsupervised_result <- function(wire, table, label, algorithms, method) {
  algorithm <- listed_name(wire$algorithm, rtemis_function(algorithms)[[1L]])
  config <- unsupervised_config(wire, label, algorithm)
  features <- wire$features
  if (!is.null(features)) table <- columns_of(table, features)
  needed(method, label)(table, algorithm = algorithm, config = config, verbosity = 1L)
}

# %% predict

predict_slices <- function(wire, table, source) {
  started <- Sys.time()
  model <- readRDS(file.path(source, "result.rds"))
  features <- unlist(property(model, "xnames"))
  outcome <- outcome_name(model, features, table)
  predicted <- stats::predict(model, newdata = columns_of(table, if (all(features %in% names(table))) features else setdiff(names(table), outcome)))
  levels <- levels(property(model, "y_training"))
  columns <- if (is.null(levels)) list(predicted = as.vector(predicted)) else {
    probabilities <- probability_columns(predicted)
    c(list(predicted = most_likely(predicted, levels, property(model, "binclasspos"))), as.list(probabilities))
  }
  actual <- if (!is.null(outcome)) table[[outcome]]
  frame <- as.data.frame(c(if (!is.null(actual)) list(actual = actual), columns), check.names = FALSE)
  metrics <- if (!is.null(actual)) judged(actual, predicted, frame$predicted, levels)
  summary <- list(
    .class = "Prediction", algorithm = property(model, "algorithm"), type = property(model, "type"), question = wire[["question"]],
    description = sprintf("The %s model of %s was applied to %d case%s.", property(model, "algorithm"), wire$job_id, nrow(frame), if (nrow(frame) == 1L) "" else "s"),
    job_id = wire$job_id, outcome = outcome, levels = levels, xnames = features, n_cases = nrow(frame), n_predicted = sum(!is.na(frame$predicted)),
    metrics_test = metrics
  )
  record <- list(
    job_id = wire$job_id, algorithm = property(model, "algorithm"), question = wire[["question"]], metrics = metrics,
    provenance = list(
      rtemis_version = rtemis_version(), r_version = R.version.string, platform = R.version$platform, started = utc(started), finished = utc(Sys.time()),
      elapsed_seconds = as.numeric(Sys.time() - started, units = "secs"), outcome = "completed"
    )
  )
  documents <- list(summary = plain(Filter(Negate(is.null), summary)), record = plain(record))
  if (!is.null(metrics)) documents$metrics <- list(test = plain(metrics))
  list(documents = documents, tables = list(predictions = frame, roc = NULL, session = NULL))
}

utc <- function(time) format(time, "%Y-%m-%dT%H:%M:%OS3Z", tz = "UTC")

# A model does not know what its outcome was called. The record of its training does; without one it is the only column that is no feature.
outcome_name <- function(model, features, table) {
  columns <- tryCatch(unlist(record_document(model)$provenance$data_training$column_names), error = function(e) NULL)
  if (length(columns)) return(columns[[length(columns)]])
  others <- setdiff(names(table), features)
  if (length(others) == 1L) others
}

columns_of <- function(table, names) if (inherits(table, "data.table")) table[, names, with = FALSE] else table[names]

# A probability of one half is the positive class; of several classes the first of the most likely ones.
most_likely <- function(probabilities, levels, positive) {
  if (NCOL(probabilities) > 1L) return(factor(levels[max.col(probabilities, ties.method = "first")], levels = levels))
  positive <- if (length(positive)) positive else 2L
  factor(ifelse(as.vector(probabilities) >= 0.5, levels[[positive]], levels[[3L - positive]]), levels = levels)
}

judged <- function(actual, predicted, labels, levels) {
  known <- !is.na(actual)
  if (!any(known)) return(NULL)
  metrics <- rtemis_function(if (is.null(levels)) "regression_metrics" else "classification_metrics")
  if (is.null(metrics)) return(NULL)
  found <- if (is.null(levels)) metrics(actual[known], labels[known], sample = "Test")
  else metrics(factor(actual[known], levels = levels), labels[known], predicted_prob = predicted[known, , drop = FALSE], sample = "Test")
  listed(found)
}

# %% raw

# The whole result as a document, made when somebody asks for it.
write_raw <- function(source, target) {
  writeLines(json_text(listed(readRDS(file.path(source, "result.rds")))), target, useBytes = TRUE)
}

# A finished result as documents and tables.

slices_of <- function(result, type, question) {
  switch(type,
    train = supervised_slices(result),
    decomp = list(
      documents = common_documents(result, question),
      tables = list(transformed = transformed_table(result), loadings = loadings_table(result))
    ),
    cluster = list(
      documents = common_documents(result, question),
      tables = list(assignments = data.frame(cluster = as.integer(unlist(property(result, "clusters"), use.names = FALSE))))
    )
  )
}

# %% documents

common_documents <- function(result, question = NULL) {
  summary <- summary_document(result)
  if (is.null(summary$question) && !is.null(question)) summary <- append(summary, list(question = question), after = 1L)
  list(summary = summary, record = record_document(result))
}

# The fields that have slices of their own are pointers to them.
heavy_fields <- c("varimp", "varimp_per_resample", "transformed", "decom", "clusters", "clust")

summary_document <- function(result) {
  document <- listed(result)
  for (field in intersect(heavy_fields, names(document))) {
    if (!is.null(document[[field]])) document[[field]] <- list(available = TRUE, fetch_via = field)
  }
  for (field in c("metrics_training", "metrics_validation", "metrics_test")) {
    if (is.list(document[[field]])) document[[field]]$res_metrics <- NULL
  }
  plain(document)
}

record_document <- function(result) {
  record <- rtemis_function("record")
  if (is.null(record)) return(list(available = FALSE, reason = "unsupported"))
  plain(tryCatch(record(result), rtemis_null_input = function(e) list(available = FALSE, reason = "no_input_config")))
}

# %% train

supervised_slices <- function(result) {
  resampled <- is_a(result, "SupervisedRes")
  documents <- common_documents(result)
  if (!resampled) documents$metrics <- metrics_document(result)
  timeline <- timeline_table(result)
  list(
    documents = documents,
    tables = list(
      varimp = importance_table(result), predictions = predictions_table(result, resampled), roc = roc_table(result, resampled), session = timeline
    ),
    extra = list(session = list(colors = timeline_colors(timeline)))
  )
}

sample_names <- c("training", "validation", "test")

of_sample <- function(result, field, sample) property(result, paste0(field, "_", sample))

metrics_document <- function(result) {
  samples <- stats::setNames(lapply(sample_names, of_sample, result = result, field = "metrics"), sample_names)
  plain(Filter(Negate(is.null), lapply(samples, function(metrics) if (!is.null(metrics)) listed(metrics))))
}

importance_table <- function(result) {
  importance <- tryCatch(needed("get_varimp", "variable importance")(result), error = function(e) NULL)
  single <- frame_of(importance)
  if (!is.null(single) || !is.list(importance)) return(single)
  stack(importance, function(x, fold) {
    frame <- frame_of(x)
    if (NROW(frame)) cbind(frame[1L], fold = fold, frame[-1L])
  })
}

# A table, or an object that has one.
frame_of <- function(x) {
  if (!is.data.frame(x)) x <- property(x, "data")
  if (is.data.frame(x)) as.data.frame(x)
}

# Binds what `make` gives for each element and its name.
stack <- function(elements, make) {
  labels <- names(elements)
  if (is.null(labels) || !all(nzchar(labels))) labels <- as.character(seq_along(elements))
  bind(lapply(seq_along(elements), function(i) make(elements[[i]], labels[[i]])))
}

# Rows under each other; a column that a part lacks is missing there. What names the parts is a factor: it takes its bytes once.
bind <- function(parts) {
  parts <- Filter(NROW, parts)
  if (length(parts) == 0L) return(NULL)
  columns <- unique(unlist(lapply(parts, names)))
  bound <- do.call(rbind, lapply(parts, function(part) {
    part[setdiff(columns, names(part))] <- NA
    part[columns]
  }))
  for (name in intersect(c("split", "fold", "class"), columns)) bound[[name]] <- factor(bound[[name]], levels = unique(bound[[name]]))
  bound
}

predictions_table <- function(result, resampled) {
  bind(lapply(sample_names, function(sample) {
    predicted <- of_sample(result, "predicted", sample)
    if (is.null(predicted)) return(NULL)
    actual <- of_sample(result, "y", sample)
    if (!resampled) return(beside(prediction_rows(sample, actual, predicted), probability_columns(of_sample(result, "predicted_prob", sample))))
    stack(predicted, function(fold, label) {
      rows <- prediction_rows(sample, actual[[match(label, names(predicted), nomatch = 1L)]], fold)
      if (NROW(rows)) cbind(rows["split"], fold = label, rows[-1L])
    })
  }))
}

beside <- function(frame, further) if (is.null(further)) frame else cbind(frame, further)

prediction_rows <- function(sample, actual, predicted) {
  if (length(actual) != length(predicted)) actual <- rep(NA, length(predicted))
  data.frame(split = rep(sample, length(predicted)), actual = actual, predicted = bare(predicted))
}

bare <- function(x) if (is.factor(x)) x else as.vector(x)

probability_columns <- function(probabilities) {
  if (is.null(dim(probabilities))) return(NULL)
  frame <- as.data.frame(probabilities)
  stats::setNames(frame, paste0("prob_", colnames(probabilities)))
}

# Curves over all resamples together, then one for each of them, of no more points than a plot can show.
most_points <- 1000L

roc_table <- function(result, resampled) {
  curve <- rtemis_function("roc_curve")
  if (is.null(curve)) return(NULL)
  points <- function(actual, probabilities, sample, fold) {
    found <- if (is.factor(actual) && !is.null(probabilities)) tryCatch(as.data.frame(curve(actual, probabilities, max_points = most_points)), error = function(e) NULL)
    if (NROW(found)) cbind(split = sample, class = found$class, fold = fold, found[c("fpr", "tpr", "auc")])
  }
  bind(lapply(sample_names, function(sample) {
    actual <- of_sample(result, "y", sample)
    probabilities <- of_sample(result, "predicted_prob", sample)
    if (is.null(actual) || is.null(probabilities)) return(NULL)
    if (!resampled) return(points(actual, probabilities, sample, "aggregate"))
    bind(c(
      list(points(pooled_labels(actual), pooled_probabilities(probabilities), sample, "aggregate")),
      list(stack(probabilities, function(p, label) points(actual[[match(label, names(probabilities), nomatch = 1L)]], p, sample, label)))
    ))
  }))
}

pooled_labels <- function(parts) factor(unlist(lapply(parts, as.character), use.names = FALSE), levels = levels(parts[[1L]]))

pooled_probabilities <- function(parts) if (is.null(dim(parts[[1L]]))) unlist(parts, use.names = FALSE) else do.call(rbind, unname(parts))

timeline_table <- function(result) {
  session <- property(result, "session")
  timeline <- rtemis_function("session_timeline")
  if (is.null(session) || is.null(timeline) || length(property(session, "events")) == 0L) return(NULL)
  as.data.frame(timeline(session))
}

timeline_colors <- function(timeline) {
  colors <- rtemis_function("session_kind_colors")
  if (!is.null(timeline) && !is.null(colors)) as.list(colors(unique(timeline$kind)))
}

# %% decomp

named_columns <- function(matrix) {
  matrix <- as.matrix(matrix)
  if (is.null(colnames(matrix))) colnames(matrix) <- paste0("V", seq_len(ncol(matrix)))
  matrix
}

transformed_table <- function(result) {
  transformed <- property(result, "transformed")
  if (!is.null(transformed)) as.data.frame(named_columns(transformed))
}

# Where an algorithm keeps what its components are made of.
loadings_table <- function(result) {
  fit <- property(result, "decom")
  loadings <- switch(property(result, "algorithm"),
    PCA = fit[["rotation"]],
    ICA = if (!is.null(fit[["A"]])) t(fit[["A"]]),
    NMF = asNamespace("NMF")$basis(fit)
  )
  if (is.null(loadings)) return(NULL)
  loadings <- named_columns(loadings)
  variables <- if (is.null(rownames(loadings))) paste0("X", seq_len(nrow(loadings))) else rownames(loadings)
  cbind(variable = variables, as.data.frame(loadings, row.names = seq_len(nrow(loadings))))
}

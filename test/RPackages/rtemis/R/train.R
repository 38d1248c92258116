train <- function(x, verbosity = 1L) {
  table <- attr(x, "dat_training")
  settings <- attr(x, "hyperparameters")
  algorithm <- attr(settings, "algorithm")
  started <- Sys.time()
  msg("Training ", algorithm, "...", caller = "train")
  behave(algorithm, attr(settings, "hyperparameters"))
  resampling <- attr(x, "outer_resampling_config")
  fit <- if (is.null(resampling)) fit_one else fit_all
  result <- fit(table, settings, resampling)
  attr(result, "question") <- attr(x, "question")
  attr(result, "session") <- object("SupervisedSession", events = 1:3, seconds = as.numeric(Sys.time() - started, units = "secs"))
  attr(result, "columns") <- names(table)
  result
}

# What some algorithms are there for.
behave <- function(algorithm, values) {
  switch(algorithm,
    Slow = counted(as.integer(values$seconds * 20), "tuning", function(i) Sys.sleep(0.05)),
    # As compiled code that never looks for interrupts.
    Stubborn = suspendInterrupts({
      until <- Sys.time() + values$seconds
      while (Sys.time() < until) NULL
    }),
    Hungry = numeric(values$megabytes * 131072),
    Quitting = {
      cat("I leave.\n", file = stderr())
      quit(save = "no", status = values$status)
    },
    Crashing = tools::pskill(Sys.getpid(), 11L),
    Failing = stop(values$message),
    Warning = {
      print("Printed by R, not meant for anybody's protocol")
      message("A message")
      warning("Something is \033[1modd\033[0m.")
      warning("Bytes that are no text: \xff\xfe")
    }
  )
}

fit_one <- function(table, settings, resampling) {
  outcome <- table[[ncol(table)]]
  features <- as.data.frame(table)[-ncol(table)]
  classes <- levels(outcome)
  y <- if (is.null(classes)) outcome else as.integer(outcome) - 1
  fit <- stats::lm(y ~ ., data = cbind(features, y = y))
  object(c(if (is.null(classes)) "Regression" else "Classification", "Supervised"),
    algorithm = attr(settings, "algorithm"), type = if (is.null(classes)) "Regression" else "Classification", model = fit, xnames = names(features),
    y_training = outcome, predicted_training = predicted_of(fit, features, classes), predicted_prob_training = probabilities_of(fit, features, classes),
    metrics_training = metrics_of(outcome, predicted_of(fit, features, classes), "Training"), binclasspos = 2L
  )
}

fit_all <- function(table, settings, resampling) {
  n <- attr(resampling, "n_resamples")
  fold <- rep_len(seq_len(n), nrow(table))
  rows <- as.data.frame(table)
  fits <- counted(n, "outer_resampling", function(i) fit_one(rows[fold != i, ], settings, NULL))
  names(fits) <- paste0("Fold_", seq_len(n))
  outcome <- rows[[ncol(rows)]]
  classes <- levels(outcome)
  type <- if (is.null(classes)) "Regression" else "Classification"
  held_out <- function(of) Map(function(fit, i) of(attr(fit, "model"), rows[fold == i, -ncol(rows)], classes), fits, seq_len(n))
  object(c(paste0(type, "Res"), "SupervisedRes"),
    algorithm = attr(settings, "algorithm"), type = type, models = fits, xnames = names(rows)[-ncol(rows)],
    y_training = lapply(fits, attr, "y_training"), predicted_training = lapply(fits, attr, "predicted_training"),
    predicted_prob_training = lapply(fits, attr, "predicted_prob_training"),
    y_test = stats::setNames(lapply(seq_len(n), function(i) outcome[fold == i]), names(fits)),
    predicted_test = held_out(predicted_of), predicted_prob_test = held_out(probabilities_of), metrics_training = list(res_metrics = "long")
  )
}

probabilities_of <- function(fit, features, classes) {
  if (is.null(classes)) return(NULL)
  p <- pmin(1, pmax(0, unname(stats::predict(fit, features))))
  matrix(p, ncol = 1L, dimnames = list(NULL, classes[[2L]]))
}

predicted_of <- function(fit, features, classes) {
  if (is.null(classes)) return(unname(stats::predict(fit, features)))
  factor(classes[1L + (probabilities_of(fit, features, classes)[, 1L] >= 0.5)], levels = classes)
}

predict.Supervised <- function(object, newdata, ...) {
  classes <- levels(attr(object, "y_training"))
  if (is.null(classes)) predicted_of(attr(object, "model"), newdata, NULL) else probabilities_of(attr(object, "model"), newdata, classes)
}

metrics_of <- function(actual, predicted, sample) {
  found <- if (is.factor(actual)) data.frame(accuracy = mean(actual == predicted)) else data.frame(mae = mean(abs(actual - predicted)), rmse = sqrt(mean((actual - predicted)^2)))
  object("Metrics", sample = sample, metrics = found)
}

regression_metrics <- function(true, predicted, sample = NULL) metrics_of(true, predicted, sample)

classification_metrics <- function(true, predicted, predicted_prob = NULL, sample = NULL) metrics_of(true, predicted, sample)

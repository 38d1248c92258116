# Makes fits and predictions on request and says how many seconds each took. Requests are lines of fields between tabs, answers are lines that start
# with "= ". Run with the file of learners as its argument.

source(commandArgs(trailingOnly = TRUE)[1])
suppressWarnings(suppressMessages(library(stats)))

answer <- function(...) {
  cat("= ", ..., "\n", sep = "")
  flush(stdout())
}

seconds <- function(code) {
  gc()
  start <- Sys.time()
  suppressWarnings(force(code))
  as.numeric(Sys.time() - start, units = "secs")
}

read_table <- function(path, classes) {
  file <- file(path, "rb")
  on.exit(close(file))
  size <- readBin(file, "integer", 2, endian = "little")
  values <- readBin(file, "double", size[1] * (size[2] + 1), endian = "little")
  columns <- split(values, rep(seq_len(size[2] + 1), each = size[1]))
  names(columns) <- c(paste0("x", seq_len(size[2])), "y")
  y <- if (classes) factor(columns$y, levels = 0:1, labels = c("no", "yes")) else columns$y
  x <- as.data.frame(columns[seq_len(size[2])])
  list(x = x, y = y, xy = cbind(x, y = y))
}

state <- new.env()

requests <- list(
  # Answers with the name of the package that is missing, or nothing.
  use = function(name, hyperparameters) {
    state$learner <- learners[[name]]
    if (is.null(state$learner)) return(paste("a fit of", name))
    state$h <- eval(parse(text = hyperparameters))
    if (requireNamespace(state$learner$package, quietly = TRUE)) "" else paste("the package", state$learner$package)
  },
  table = function(path, classes) {
    state$data <- read_table(path, classes == "1")
    ""
  },
  fit = function() seconds(state$model <- state$learner$fit(state$data, state$h)),
  # Leaves the predictions in a file.
  predict = function(path) {
    took <- seconds(p <- state$learner$predict(state$model, state$data, state$h))
    writeBin(as.double(p), path, endian = "little")
    took
  }
)

input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  fields <- strsplit(line, "\t", fixed = TRUE)[[1]]
  tryCatch(
    answer(format(do.call(requests[[fields[1]]], as.list(fields[-1])), digits = 15)),
    error = function(e) answer("error ", gsub("\n", " ", conditionMessage(e))))
}

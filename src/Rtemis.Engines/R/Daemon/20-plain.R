# Objects of any class as what every reader knows: NULL, vectors, lists, factors, dates and data frames.

plain <- function(x, depth = 0L) {
  if (is.null(x)) return(NULL)
  if (depth > 100L) return("...")
  if (is.function(x) || is.environment(x) || is.language(x) || typeof(x) %in% c("externalptr", "weakref", "bytecode", "promise")) return(NULL)
  if (is_object_of_class(x)) return(plain(listed(x), depth + 1L))
  if (is.data.frame(x)) return(plain_frame(x, depth))
  if (is.list(x)) return(stats::setNames(lapply(unclass(x), plain, depth = depth + 1L), names(x)))
  if (is.matrix(x)) return(lapply(seq_len(nrow(x)), function(i) plain(as.vector(x[i, ]))))
  if (is.factor(x) || inherits(x, c("Date", "POSIXct"))) return(x)
  if (is.complex(x)) return(as.character(x))
  if (is.raw(x)) return(jsonlite::base64_enc(x))
  as.vector(x)
}

is_object_of_class <- function(x) inherits(x, "S7_object") || isS4(x)

# What an object of S7 or S4 says of itself, or its properties.
listed <- function(x) {
  told <- tryCatch(rtemis_function("to_json")(x), error = function(e) NULL)
  if (is.list(told)) return(told)
  properties <- properties(x)
  properties[setdiff(names(properties), "S7_class")]
}

plain_frame <- function(x, depth) {
  frame <- lapply(as.list(x), function(column) {
    column <- plain(column, depth + 1L)
    # A column of lists has no place in a table: its cells are told in words.
    if (is.list(column)) vapply(column, function(cell) paste(format(unlist(cell)), collapse = ", "), "") else column
  })
  structure(frame, class = "data.frame", row.names = .set_row_names(NROW(x)))
}

# Frames over the socket: a big-endian length and a JSON header. Both sides send no payload: tables go through files.

# R takes interrupts while it waits for a socket, whether they are suspended or not. Only those of a running job are of interest.
talk <- new.env(parent = emptyenv())
talk$in_job <- FALSE

# The next request, or NULL when the server has closed the connection.
read_frame <- function(con) {
  size <- uninterrupted(function() readBin(con, "integer", 1L, size = 4L, endian = "big"))
  if (length(size) == 0L) return(NULL)
  bytes <- uninterrupted(function() readBin(con, "raw", size))
  if (length(bytes) < size) return(NULL)
  text <- rawToChar(bytes)
  Encoding(text) <- "UTF-8"
  jsonlite::fromJSON(text, simplifyVector = FALSE)
}

# Does it again when an interrupt has hit the waiting, which comes before the first byte.
uninterrupted <- function(attempt) {
  hit <- FALSE
  repeat {
    done <- tryCatch(list(attempt()), interrupt = function(e) NULL)
    if (!is.null(done)) break
    hit <- TRUE
  }
  if (hit && talk$in_job) signalCondition(structure(class = c("interrupt", "condition"), list()))
  done[[1L]]
}

# Without a server there is nothing left to do.
write_frame <- function(con, header) {
  bytes <- charToRaw(json_text(header))
  frame <- c(writeBin(length(bytes), raw(), size = 4L, endian = "big"), bytes)
  lost <- function(problem) quit(save = "no", status = 1L)
  suspendInterrupts(uninterrupted(function() tryCatch(writeBin(frame, con), warning = lost, error = lost)))
  invisible()
}

# Texts of R may claim an encoding that they do not have; the reader on the other side would take the frame for nonsense.
json_text <- function(x) {
  text <- enc2utf8(as.character(jsonlite::toJSON(plain(x), auto_unbox = TRUE, null = "null", na = "null", digits = NA)))
  iconv(text, "UTF-8", "UTF-8", sub = "\uFFFD")
}

answer <- function(con, id, result = NULL, error = NULL) {
  header <- list(v = 1L, id = id, ok = is.null(error))
  if (is.null(error)) header$result <- if (is.null(result)) named_list() else result else header$error <- error
  write_frame(con, header)
}

tell <- function(con, event, data = named_list()) write_frame(con, list(v = 1L, event = event, data = data))

named_list <- function() structure(list(), names = character())

# JSON's arrays of scalars as vectors, its objects as named lists.
from_wire <- function(x) {
  if (!is.list(x)) return(x)
  scalar <- vapply(x, function(e) is.atomic(e) && length(e) == 1L, logical(1))
  if (is.null(names(x)) && length(x) > 0L && all(scalar)) unlist(x, use.names = FALSE) else lapply(x, from_wire)
}

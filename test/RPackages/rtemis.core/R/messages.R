state <- new.env(parent = emptyenv())

set_msg_sink <- function(sink) state$sink <- sink

send <- function(text, level, ..., caller = NA_character_) {
  if (!is.null(state$sink)) state$sink(list(text = text, caller = caller, ts = format(Sys.time(), "%Y-%m-%d %H:%M:%S"), level = level, ...))
}

# A message, with colours as on a terminal.
msg <- function(..., level = "info", caller = NA_character_) send(paste0("\033[38;5;30m", ..., "\033[0m"), level, caller = caller)

# Calls `step` for 1 to `total` and tells how far it is.
counted <- function(total, kind, step, id = "pb1", parent = NULL) {
  tell <- function(current, status) {
    send(sprintf("%s %d/%d", kind, current, total), "progress",
      node_id = id, parent_id = parent, kind = kind, status = status, current = current, total = total)
  }
  tell(0L, "start")
  results <- lapply(seq_len(total), function(i) {
    result <- step(i)
    tell(i, "update")
    result
  })
  tell(total, "done")
  results
}

# What a run tells, as events of the job.

# Sends each message of rtemis to the server while `expression` is computed; warnings of R are messages too.
telling <- function(con, job_id, expression) {
  teller <- new_teller(con, job_id)
  set_sink <- rtemis_function("set_msg_sink")
  if (!is.null(set_sink)) {
    set_sink(teller$sink)
    on.exit(set_sink(NULL), add = TRUE)
  }
  withCallingHandlers(expression, warning = function(w) {
    teller$say(conditionMessage(w), "warn")
    tryInvokeRestart("muffleWarning")
  })
}

new_teller <- function(con, job_id) {
  outermost <- NULL
  send <- function(...) tell(con, "job.progress", list(job_id = job_id, ...))
  say <- function(message, level) send(stage = NULL, message = strip_ansi(message), ts = timestamp(), level = level)

  # All that a message carries goes along: releases of rtemis add to it. Its text and its caller have other names on the wire.
  sink <- function(m) {
    further <- m[setdiff(names(m), c("text", "caller", "ts", "level"))]
    if (identical(m$level, "progress")) {
      if (is.null(outermost)) outermost <<- m$node_id
      if (identical(outermost, m$node_id)) further$fraction <- share(m$current, m$total)
    }
    known <- list(stage = absent(m$caller), message = strip_ansi(paste(m$text, collapse = " ")), ts = m$ts, level = m$level)
    do.call(send, c(known, further))
  }
  list(say = say, sink = sink, send = send)
}

# A release of rtemis whose train() takes a function for its progress is given this one.
forward_progress <- function(con, job_id) {
  teller <- new_teller(con, job_id)
  function(stage, current, total, message) {
    teller$send(
      stage = stage, message = strip_ansi(message), ts = timestamp(), level = "progress", current = current, total = total, fraction = share(current, total)
    )
  }
}

timestamp <- function() format(Sys.time(), "%Y-%m-%d %H:%M:%S")

absent <- function(x) if (length(x) == 1L && !is.na(x)) x

share <- function(current, total) if (length(current) == 1L && length(total) == 1L && isTRUE(total > 0)) current / total

# Dials the server that started this process, and serves its requests one after the other until it hangs up.

main <- function() {
  port <- as.integer(Sys.getenv("RTEMIS_DAEMON_PORT"))
  secret <- Sys.getenv("RTEMIS_DAEMON_SECRET")
  # What a job starts needs neither.
  Sys.unsetenv(c("RTEMIS_DAEMON_PORT", "RTEMIS_DAEMON_SECRET"))
  end_with_server()
  for (package in c("jsonlite", "rtemis")) {
    tryCatch(loadNamespace(package), error = function(e) stop("R can't load the package ", package, ": ", conditionMessage(e), call. = FALSE))
  }
  # The kind that rtemis's own server gives its daemons: a seed means the same folds as there.
  RNGkind("L'Ecuyer-CMRG")
  options(device = function(...) grDevices::pdf(NULL), warn = 1L)
  con <- socketConnection("127.0.0.1", port, blocking = TRUE, open = "r+b", timeout = 100000000L)
  on.exit(close(con))
  writeChar(secret, con, eos = NULL)
  suspendInterrupts({
    tell(con, "daemon.ready")
    serve(con)
    quit(save = "no")
  })
}

serve <- function(con) {
  while (!is.null(request <- read_frame(con))) handle(con, request)
}

handle <- function(con, request) {
  parameters <- request$params
  outcome <- tryCatch(
    list(result = switch(request$method,
      engine.catalogue = catalogue(),
      job.check = checked(parameters$type, parameters$parameters),
      job.run = interruptible(con, run_job(con, parameters)),
      result.raw = write_raw(parameters$source_folder, parameters$target),
      refuse("unknown_method", sprintf("Unknown method `%s`.", request$method))
    )),
    interrupt = function(e) list(error = list(code = "cancelled", message = "The job was cancelled.")),
    error = function(e) list(error = told(e))
  )
  answer(con, request$id, if (request$method %in% c("engine.catalogue", "job.check")) outcome$result, outcome$error)
  # What a job has used is free before the next one comes.
  if (request$method == "job.run") {
    rm(outcome)
    gc(verbose = FALSE)
  }
}

# The server sends an interrupt only after it has heard that the job can take it. One that came too late for the job before ends here.
interruptible <- function(con, expression) {
  tryCatch(allowInterrupts(Sys.sleep(0)), interrupt = function(e) NULL)
  talk$in_job <- TRUE
  on.exit(talk$in_job <- FALSE)
  tell(con, "job.begun")
  allowInterrupts(expression)
}

told <- function(e) {
  message <- strip_ansi(conditionMessage(e))
  code <- if (inherits(e, "refusal")) e$code
  else if (grepl("cannot allocate|memory exhausted|memory limit", message)) "out_of_memory"
  else "internal_error"
  list(code = code, message = message)
}

# Standard input ends without a word when the server dies. R, which may be busy in compiled code, does not see that; so a shell waits for it.
end_with_server <- function() {
  if (.Platform$OS.type != "unix") return(invisible())
  system(sprintf("exec 3<&0; { read word <&3 || kill -KILL %d; } >/dev/null 2>&1 &", Sys.getpid()))
}

main()

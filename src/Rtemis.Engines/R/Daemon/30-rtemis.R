# Everything that is asked of rtemis by name, since its releases differ.

# A function of rtemis or of rtemis.core, exported or not; NULL where the installed release has none.
rtemis_function <- function(name) {
  for (package in c("rtemis", "rtemis.core")) {
    if (!requireNamespace(package, quietly = TRUE)) next
    found <- get0(name, envir = asNamespace(package), inherits = FALSE)
    if (!is.null(found)) return(found)
  }
  NULL
}

# The same, for what a request can't do without.
needed <- function(name, what) {
  found <- rtemis_function(name)
  if (is.null(found)) refuse("invalid_params", sprintf("rtemis %s, which is installed here, has no %s.", rtemis_version(), what))
  found
}

rtemis_version <- function() as.character(utils::packageVersion("rtemis"))

# A property of an object, or NULL where it has none of that name. Those of S7 may be computed; others are attributes.
property <- function(x, name) if (is_s7(x)) tryCatch(S7::prop(x, name), error = function(e) NULL) else attr(x, name, exact = TRUE)

properties <- function(x) if (is_s7(x)) S7::props(x) else attributes(x)[setdiff(names(attributes(x)), "class")]

is_s7 <- function(x) inherits(x, "S7_object") && requireNamespace("S7", quietly = TRUE)

is_a <- function(x, class) inherits(x, paste0("rtemis::", class)) || inherits(x, class)

# An error with a code of the protocol.
refuse <- function(code, message) {
  stop(structure(class = c("refusal", "error", "condition"), list(message = message, call = NULL, code = code)))
}

strip_ansi <- function(text) gsub("\033\\[[0-9;?]*[ -/]*[@-~]", "", text)

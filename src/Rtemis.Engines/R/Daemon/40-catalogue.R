# What the installed rtemis offers. An algorithm that can't be described is listed without parameters: one failure costs no other answer.

catalogue <- function() {
  list(
    rtemis_version = rtemis_version(),
    r_version = R.version.string,
    algorithms = entries("supervised_algorithms", function(row) list(
      supports_classification = is_true(row[[3L]]), supports_regression = is_true(row[[4L]]), supports_survival = is_true(row[[5L]])
    )),
    decompositions = entries("decom_algorithms", function(row) list(applicable = row[[1L]] %in% rtemis_function("decom_algorithms_applicable"))),
    clusterings = entries("clust_algorithms", function(row) list()),
    resampler = described("setup_Resampler"),
    preprocessor = Filter(function(p) p$name != "impute_missRanger_params", described("setup_Preprocessor", configured = TRUE))
  )
}

is_true <- function(x) isTRUE(as.logical(x))

entries <- function(table, further) {
  table <- rtemis_function(table)
  lapply(seq_len(NROW(table)), function(i) {
    row <- lapply(table, function(column) as.character(column[[i]]))
    c(
      list(name = row[[1L]], description = row[[2L]]), further(row),
      list(hyperparameters = described(paste0("setup_", row[[1L]]), configured = TRUE))
    )
  })
}

# The parameters of a setup function. `configured`: whether the object that it makes says more of them.
described <- function(name, configured = FALSE) {
  setup <- rtemis_function(name)
  if (!is.function(setup)) return(list())
  config <- if (configured) tryCatch(setup(), error = function(e) NULL)
  specs <- specs_of(config)
  tunable <- property(config, "tunable_hyperparameters")
  known <- formals(setup)
  lapply(names(known), function(parameter) {
    tryCatch(
      described_parameter(parameter, known, specs[[parameter]], parameter %in% tunable),
      error = function(e) list(name = parameter, type = "null", default = NULL, tunable = parameter %in% tunable)
    )
  })
}

# What rtemis 1.3 declares of each property: bounds, choices, what it is for.
specs_of <- function(config) {
  if (!is_s7(config)) return(list())
  lapply(attr(S7::S7_class(config), "properties"), function(p) p[["spec"]])
}

described_parameter <- function(parameter, known, spec, tunable) {
  default <- default_of(parameter, known)
  choices <- if (length(spec[["enum"]])) spec[["enum"]] else if (is.character(default) && length(default) > 1L) default
  # Several defaults are the choices, of which the first is meant.
  if (length(default) > 1L) default <- default[[1L]]
  c(
    list(name = parameter, type = type_of(default), default = plain(default), tunable = tunable),
    if (length(choices)) list(choices = as.list(choices)),
    Filter(Negate(is.null), list(
      value_type = c(boolean = "logical", integer = "integer", number = "double", string = "character")[spec[["type"]]][1L],
      minimum = spec[["minimum"]], exclusive_minimum = spec[["exclusive_minimum"]],
      maximum = spec[["maximum"]], exclusive_maximum = spec[["exclusive_maximum"]],
      nullable = spec[["nullable"]], vector = if (length(spec[["container"]])) spec[["container"]] == "array", help = spec[["description"]]
    ))
  )
}

# A default that names another parameter is that one's; one that can't be computed alone is none.
default_of <- function(parameter, known) {
  value <- known[[parameter]]
  if (identical(value, quote(expr = ))) return(NULL)
  if (is.symbol(value) && as.character(value) %in% names(known)) return(default_of(as.character(value), known))
  tryCatch(eval(value, envir = asNamespace("rtemis")), error = function(e) NULL)
}

type_of <- function(x) {
  if (is.null(x)) "null" else if (is.logical(x)) "logical" else if (is.integer(x)) "integer" else if (is.double(x)) "double"
  else if (is.character(x)) "character" else "other"
}

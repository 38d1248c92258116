# What results say of themselves. Some of it is deliberately hard to put into JSON.
to_json <- function(x) {
  properties <- attributes(x)
  own <- properties[setdiff(names(properties), c("class", "model", "models", "session", "columns", "y_training", "y_test"))]
  own <- lapply(own, function(p) if (inherits(p, c("Metrics", "PCAConfig", "KMeansConfig"))) to_json(p) else p)
  c(list(.class = class(x)[[1L]]), own, list(
    a_function = function(x) x, an_environment = globalenv(), a_formula = y ~ x, infinite = c(1, Inf, NaN, NA), one = 1L, nothing = NULL,
    third = 1 / 3, day = as.Date("2026-11-22"), text = "\u00fc \"quoted\"", bytes = as.raw(1:2)
  ))
}

record <- function(x) list(
  question = attr(x, "question"), provenance = list(rtemis_version = "1.3.7", data_training = list(column_names = attr(x, "columns")))
)

get_varimp <- function(x) {
  of <- function(fit) object("VariableImportance", data = data.frame(variable = attr(fit, "xnames"), coefficient = unname(stats::coef(attr(fit, "model")))[-1L]))
  if (inherits(x, "SupervisedRes")) lapply(attr(x, "models"), of) else of(x)
}

roc_curve <- function(true, prob, max_points = 100L) {
  p <- prob[, 1L]
  cuts <- c(Inf, sort(unique(p), decreasing = TRUE))
  positive <- true == levels(true)[[2L]]
  data.frame(
    class = levels(true)[[2L]], fpr = vapply(cuts, function(cut) mean(p[!positive] >= cut), 0), tpr = vapply(cuts, function(cut) mean(p[positive] >= cut), 0), auc = 0.75
  )
}

session_timeline <- function(session) data.frame(
  label = c("train", "  predict"), start = c(0, 1), end = c(attr(session, "seconds") * 1000, 2), kind = c("train", "predict"), status = "ok", failed = FALSE,
  tip = c("train\u2014all [ok]", "predict\u20141 ms [ok]")
)

session_kind_colors <- function(kinds) c(train = "#808080", predict = "#466D96")[kinds]

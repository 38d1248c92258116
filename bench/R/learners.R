# The fits that rtemis makes, by its algorithms' names. A learner is a list of the package it needs, `fit` and `predict`; `d` is the table (x: a data
# frame, y: numbers or a factor, xy: both), `h` all hyperparameters. Predictions are numbers, or probabilities of the second class.

two_classes <- function(d) is.factor(d$y)
family_of <- function(d) if (two_classes(d)) binomial() else gaussian()
as_number <- function(y) if (is.factor(y)) as.numeric(y) - 1 else y

threads_of <- function(h) if (is.null(h$threads)) parallel::detectCores() else h$threads

svm_fit <- function(kernel) function(d, h) {
  gamma <- if (is.null(h$gamma)) 1 / ncol(d$x) else h$gamma
  e1071::svm(as.matrix(d$x), d$y, kernel = kernel, cost = h$cost, gamma = gamma, probability = TRUE)
}

svm_predict <- function(m, d, h) {
  p <- predict(m, as.matrix(d$x), probability = two_classes(d))
  if (two_classes(d)) attr(p, "probabilities")[, levels(d$y)[2]] else p
}

lightgbm_own <- c("ifw", "nrounds", "max_nrounds", "force_nrounds", "early_stopping_rounds", "best_iter", "threads")

lightgbm_fit <- function(d, h, rounds, more) {
  params <- Filter(Negate(is.null), h[setdiff(names(h), lightgbm_own)])
  params[names(more)] <- more
  params$num_threads <- threads_of(h)
  params$objective <- if (two_classes(d)) "binary" else "regression"
  data <- lightgbm::lgb.Dataset(as.matrix(d$x), label = as_number(d$y))
  # As rtemis calls it: the loss on the training cases is looked at in each round.
  lightgbm::lgb.train(
    params = params, data = data, nrounds = rounds, valids = list(training = data), early_stopping_rounds = h$early_stopping_rounds, verbose = -1)
}

leaf_rules <- function(node, rule, names) {
  if (is.null(node$split_feature)) return(paste(rule, collapse = " & "))
  side <- function(child, sign) leaf_rules(child, c(rule, paste(names[node$split_feature + 1], sign, node$threshold)), names)
  c(side(node$left_child, "<="), side(node$right_child, ">"))
}

rule_matrix <- function(rules, x) sapply(rules, function(rule) as.numeric(eval(parse(text = rule), x)))

learners <- list(
  CART = list(
    package = "rpart",
    fit = function(d, h) rpart::rpart(
      y ~ ., data = d$xy, weights = rep(1, length(d$y)), method = if (two_classes(d)) "class" else "anova",
      control = rpart::rpart.control(
        minsplit = h$minsplit, minbucket = h$minbucket, cp = h$cp, maxdepth = h$maxdepth, maxcompete = h$maxcompete, maxsurrogate = h$maxsurrogate,
        usesurrogate = h$usesurrogate, surrogatestyle = h$surrogatestyle, xval = h$xval)),
    predict = function(m, d, h) if (two_classes(d)) predict(m, d$x)[, 2] else predict(m, d$x)),

  GAM = list(
    package = "mgcv",
    fit = function(d, h) {
      terms <- paste0("s(", names(d$x), ", k = ", h$k, ")", collapse = " + ")
      d$xy$y <- as_number(d$y)
      mgcv::gam(as.formula(paste("y ~", terms)), family = family_of(d), data = d$xy)
    },
    predict = function(m, d, h) predict(m, d$x, type = "response")),

  GLM = list(
    package = "stats",
    fit = function(d, h) glm(y ~ ., family = family_of(d), data = d$xy),
    predict = function(m, d, h) predict(m, d$x, type = "response")),

  # Without a lambda, rtemis searches for one by cross-validation.
  GLMNET = list(
    package = "glmnet",
    fit = function(d, h) {
      family <- if (two_classes(d)) "binomial" else "gaussian"
      fit <- if (is.null(h$lambda)) glmnet::cv.glmnet else glmnet::glmnet
      fit(as.matrix(d$x), d$y, family = family, alpha = h$alpha, nlambda = h$nlambda, lambda = h$lambda, standardize = h$standardize,
          intercept = h$intercept)
    },
    predict = function(m, d, h) predict(m, as.matrix(d$x), type = "response")),

  LightCART = list(
    package = "lightgbm",
    fit = function(d, h) lightgbm_fit(d, h, 1, list()),
    predict = function(m, d, h) predict(m, as.matrix(d$x))),

  LightGBM = list(
    package = "lightgbm",
    fit = function(d, h) lightgbm_fit(d, h, h$force_nrounds, list()),
    predict = function(m, d, h) predict(m, as.matrix(d$x))),

  LightRF = list(
    package = "lightgbm",
    fit = function(d, h) lightgbm_fit(
      d, h, h$nrounds, list(boosting = "rf", learning_rate = 1, bagging_freq = 1, feature_fraction = if (two_classes(d)) 1 / sqrt(ncol(d$x)) else 0.33)),
    predict = function(m, d, h) predict(m, as.matrix(d$x))),

  Isotonic = list(
    package = "stats",
    fit = function(d, h) as.stepfun(isoreg(d$x[[1]], as_number(d$y))),
    predict = function(m, d, h) {
      p <- m(d$x[[1]])
      bound <- 1 / (2 * length(p))
      if (two_classes(d)) pmin(pmax(p, bound), 1 - bound) else p
    }),

  # kknn's own fit is a leave-one-out search over the one k and kernel that it is given: it chooses nothing, so only prediction is measured.
  KNN = list(
    package = "kknn",
    fit = function(d, h) d,
    predict = function(m, d, h) {
      p <- kknn::kknn(y ~ ., m$xy, d$x, k = h$k, kernel = h$kernel, distance = h$distance, scale = h$scale)
      if (two_classes(d)) p$prob[, 2] else p$fitted.values
    }),

  # As rtemis does it: all rounds are boosted, rules are read off the first 33, and classes weigh the same.
  LightRuleFit = list(
    package = "lightgbm",
    fit = function(d, h) {
      shared <- intersect(names(h), c("num_leaves", "max_depth", "learning_rate", "bagging_fraction", "bagging_freq", "min_data_in_leaf", "force_col_wise"))
      params <- c(h[shared], objective = if (two_classes(d)) "binary" else "regression", num_threads = threads_of(h))
      train <- lightgbm::lgb.Dataset(as.matrix(d$x), label = as_number(d$y))
      booster <- lightgbm::lgb.train(params, train, h$nrounds, valids = list(training = train), early_stopping_rounds = 10L, verbose = -1L)
      rules <- unique(unlist(lapply(
        jsonlite::fromJSON(lightgbm::lgb.dump(booster, num_iteration = 33L), simplifyVector = FALSE)$tree_info,
        function(tree) leaf_rules(tree$tree_structure, character(), names(d$x)))))
      weights <- if (two_classes(d)) as.numeric(max(table(d$y)) / table(d$y)[d$y])
      family <- if (two_classes(d)) "binomial" else "gaussian"
      net <- glmnet::glmnet(rule_matrix(rules, d$x), d$y, family = family, weights = weights, alpha = h$alpha_glmnet, lambda = h$lambda_glmnet)
      list(rules = rules, net = net)
    },
    predict = function(m, d, h) predict(m$net, rule_matrix(m$rules, d$x), type = "response")),

  LinearSVM = list(package = "e1071", fit = svm_fit("linear"), predict = svm_predict),

  MARS = list(
    package = "earth",
    fit = function(d, h) {
      penalty <- if (is.null(h$penalty)) (if (h$degree > 1) 3 else 2) else h$penalty
      nk <- if (is.null(h$nk)) min(200, max(20, 2 * ncol(d$x))) + 1 else h$nk
      arguments <- list(
        x = d$x, y = d$y, degree = h$degree, penalty = penalty, nk = nk, nprune = h$nprune, thresh = h$thresh, minspan = h$minspan,
        endspan = h$endspan, newvar.penalty = h$newvar_penalty, fast.k = h$fast_k, fast.beta = h$fast_beta, pmethod = h$pmethod)
      if (two_classes(d)) arguments$glm <- list(family = binomial)
      do.call(earth::earth, arguments)
    },
    predict = function(m, d, h) predict(m, d$x, type = "response")),

  NNLS = list(
    package = "nnls",
    fit = function(d, h) {
      b <- nnls::nnls(as.matrix(d$x), as_number(d$y))$x
      if (h$normalize && sum(b) > 0) b / sum(b) else b
    },
    predict = function(m, d, h) {
      p <- as.matrix(d$x) %*% m
      if (two_classes(d)) pmin(pmax(p, 0), 1) else p
    }),

  RadialSVM = list(package = "e1071", fit = svm_fit("radial"), predict = svm_predict),

  Ranger = list(
    package = "ranger",
    fit = function(d, h) ranger::ranger(
      x = d$x, y = d$y, num.trees = h$num_trees, mtry = h$mtry, importance = h$importance, probability = two_classes(d),
      min.node.size = h$min_node_size, max.depth = h$max_depth, replace = h$replace, sample.fraction = if (h$replace) 1 else 0.632,
      splitrule = h$splitrule, num.threads = threads_of(h)),
    predict = function(m, d, h) {
      p <- predict(m, d$x, num.threads = threads_of(h))$predictions
      if (two_classes(d)) p[, 2] else p
    })
)

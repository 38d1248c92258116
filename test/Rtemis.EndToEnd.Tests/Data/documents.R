# Rscript documents.R FILE DOCUMENT...: says of each document of a saved result whether it is what jsonlite makes of DOCUMENT.json, beside the file.
arguments <- commandArgs(trailingOnly = TRUE)
if (requireNamespace("jsonlite", quietly = TRUE)) {
  result <- readRDS(arguments[1])
  for (name in arguments[-1]) {
    document <- jsonlite::fromJSON(file.path(dirname(arguments[1]), paste0(name, ".json")), simplifyDataFrame = FALSE, simplifyMatrix = FALSE)
    cat(name, identical(result[[name]], document), "\n", sep = c(" ", ""))
    if (!identical(result[[name]], document)) print(all.equal(result[[name]], document))
  }
} else {
  cat("no jsonlite\n")
}

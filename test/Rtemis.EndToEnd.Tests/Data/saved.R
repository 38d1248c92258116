# Rscript saved.R FILE SLICE...: reads a saved result with base R and prints the columns of its data frames, doubles by their bits.
arguments <- commandArgs(trailingOnly = TRUE)
result <- readRDS(arguments[1])
stopifnot(
  identical(class(result), "rtemis_result"), is.list(result), is.character(result$job_id), is.list(result$summary), is.list(result$raw),
  identical(loadedNamespaces(), c("compiler", "graphics", "utils", "grDevices", "stats", "datasets", "methods", "base"))
)
invisible(capture.output(print(result), str(result)))
cells <- function(x) {
  if (!is.double(x)) return(as.character(x))
  bytes <- matrix(as.character(writeBin(x, raw(), endian = "big")), nrow = 8)
  ifelse(is.na(x) & !is.nan(x), "NA", apply(bytes, 2, paste0, collapse = ""))
}
for (slice in arguments[-1]) {
  frame <- result[[slice]]
  stopifnot(is.data.frame(frame), identical(row.names(frame), as.character(seq_len(nrow(frame)))))
  for (name in names(frame)) cat(enc2utf8(paste0(name, ": ", paste(cells(frame[[name]]), collapse = " "))), sep = "\n")
}

# Reads each CSV file of a folder and keeps the data frame beside it, with names as the product makes them unique.
folder <- commandArgs(trailingOnly = TRUE)[1]
for (file in list.files(folder, pattern = "\\.csv$", full.names = TRUE)) {
  options <- readLines(sub("csv$", "txt", file))
  frame <- read.table(file, header = TRUE, sep = options[1], dec = options[2], quote = "\"", comment.char = "", stringsAsFactors = FALSE,
                      check.names = FALSE, encoding = "UTF-8")
  given <- trimws(names(frame))
  names(frame) <- make.unique(ifelse(given == "", "X", given))
  rownames(frame) <- NULL
  saveRDS(frame, sub("csv$", "rds", file))
}

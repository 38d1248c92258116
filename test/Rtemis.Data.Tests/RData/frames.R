# Rscript frames.R FOLDER: reads the data frame ours.rds, says what it is, and writes it as theirs.rds.
folder <- commandArgs(trailingOnly = TRUE)
frame <- readRDS(file.path(folder, "ours.rds"))
stopifnot(is.data.frame(frame), identical(rownames(frame), as.character(seq_len(nrow(frame)))))
invisible(capture.output(str(frame), print(frame), summary(frame)))
cat(dim(frame), unlist(lapply(frame, class)))
saveRDS(frame[seq_len(nrow(frame)), ], file.path(folder, "theirs.rds"))

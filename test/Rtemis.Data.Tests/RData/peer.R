# The other side of RPeerTests: Rscript peer.R FOLDER. Reads the objects in written.bin and the R code of each in code.txt, writes to
# different.txt the numbers of those where the two are not identical, to again.bin the objects as it serializes them, and to own.bin
# those that the code built, in all binary forms by turns. A stream in these files has its length before it.
options(warn = 2)
folder <- commandArgs(trailingOnly = TRUE)
.a <- function(x, a) {
  attributes(x) <- a
  x
}
.d <- function(...) {
  digits <- paste0(c(...), collapse = "")
  at <- seq(1, nchar(digits), 2)
  readBin(as.raw(strtoi(substring(digits, at, at + 1), 16L)), "double", nchar(digits) / 16, endian = "big")
}
written <- file(file.path(folder, "written.bin"), "rb")
again <- file(file.path(folder, "again.bin"), "wb")
own <- file(file.path(folder, "own.bin"), "wb")
put <- function(bytes, con) {
  writeBin(length(bytes), con, endian = "little")
  writeBin(bytes, con)
}
code <- readLines(file.path(folder, "code.txt"), encoding = "UTF-8")
different <- character()
for (i in seq_along(code)) {
  bytes <- readBin(written, "raw", readBin(written, "integer", endian = "little"))
  theirs <- unserialize(bytes)
  mine <- eval(parse(text = code[i], keep.source = FALSE))
  if (!identical(theirs, mine)) different <- c(different, i)
  put(serialize(theirs, NULL, xdr = bytes[1] == charToRaw("X")), again)
  put(serialize(mine, NULL, xdr = i %% 2 == 0, version = 2 + i %/% 2 %% 2), own)
}
close(again)
close(own)
writeLines(different, file.path(folder, "different.txt"))

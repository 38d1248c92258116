# What there is for the R engine: a line for each thing, its name and what is known of it, with a tab between.
say <- function(name, value) cat(name, "\t", paste(value, collapse = "\t"), "\n", sep = "")

version_of <- function(package) tryCatch(as.character(utils::packageVersion(package)), error = function(e) "")

say("r", R.version.string)
say("libraries", .libPaths())
for (package in c("rtemis", "rtemis.core", "jsonlite")) {
  say(package, version_of(package))
  say(paste0(package, " problem"), tryCatch({
    loadNamespace(package)
    ""
  }, error = function(e) if (nzchar(version_of(package))) gsub("[\r\n\t]+", " ", conditionMessage(e)) else ""))
}

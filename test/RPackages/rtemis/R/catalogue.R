supervised_algorithms <- data.frame(
  name = c("Crashing", "Failing", "GLM", "Hungry", "Quitting", "Slow", "Stubborn", "Warning"),
  description = c(
    "Ends R by a signal", "Fails", "Generalized Linear Model", "Asks for too much memory", "Leaves R", "Waits", "Waits, whatever it is told", "Warns and prints"
  ),
  class = c("TRUE", "TRUE", "TRUE", "TRUE", "TRUE", "TRUE", "TRUE", "TRUE"),
  reg = c("TRUE", "TRUE", "TRUE", "TRUE", "TRUE", "TRUE", "TRUE", "TRUE"),
  surv = c("FALSE", "FALSE", "FALSE", "FALSE", "FALSE", "FALSE", "FALSE", "FALSE")
)

decom_algorithms <- data.frame(name = c("PCA", "Undescribed"), description = c("Principal Component Analysis", "Has no setup function"))

decom_algorithms_applicable <- "PCA"

clust_algorithms <- data.frame(name = "KMeans", description = "K-Means Clustering")

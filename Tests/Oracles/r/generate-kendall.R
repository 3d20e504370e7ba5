# Writes tau-b by cor(method = "kendall") and Sen's slope as the median of the slopes of all pairs.
number <- function(x) sprintf("%.17g", x)
set.seed(20261125)
rows <- NULL
for (n in c(3:10, 20, 60)) for (levels in c(2, 3, 6, 40, 1000)) for (i in 1:4) {
  years <- sort(sample(1950:2025, n))
  values <- sample(levels, n, replace = TRUE) / sample(c(1, 2, 10), 1)
  if (length(unique(values)) == 1) next
  slopes <- outer(values, values, "-") / outer(years, years, "-")
  slopes <- slopes[lower.tri(slopes)]
  rows <- rbind(rows, data.frame(years = paste(years, collapse = " "),
    values = paste(number(values), collapse = " "),
    tau = number(cor(years, values, method = "kendall")), slope = number(median(slopes))))
}
write.csv(rows, "kendall.csv", row.names = FALSE, quote = FALSE)

# Standardised rates by their formulas, with qchisq for the exact limits and qnorm for Byar's.
set.seed(20261125)
number <- function(x) sprintf("%.17g", x)
cells <- function(...) paste(..., sep = ",")
list_of <- function(x) paste(format(x, trim = TRUE, scientific = FALSE), collapse = " ")
limits <- function(x, level, method) {
  a <- (1 - as.numeric(level) / 100) / 2
  if (method == "exact") return(c(qchisq(a, 2 * x) / 2, qchisq(a, 2 * x + 2, lower.tail = FALSE) / 2))
  z <- qnorm(a, lower.tail = FALSE)
  lower <- if (x == 0) 0 else max(0, x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3)
  c(lower, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3)
}
direct <- "events,populations,standards,level,method,value,variance,lower,upper"
indirect <- "events,populations,reference_events,reference_populations,level,method,expected,ratio,lower,upper,rate"
for (case in 1:60) {
  strata <- sample(1:19, 1)
  level <- sample(c("90", "95", "99.8"), 1)
  method <- sample(c("exact", "byar"), 1)
  x <- rpois(strata, runif(1, 1, 300))
  n <- sample(100:60000, strata)
  w <- sample(500:9000, strata)
  m <- sample(5000:90000, strata)
  total <- sum(x)
  value <- sum(w * x / n) / sum(w)
  variance <- sum(x * (w / n)^2) / sum(w)^2
  if (total >= 10) direct <- c(direct, cells(
    list_of(x), list_of(n), list_of(w), level, method, number(1000 * value), number(1e6 * variance),
    paste(number(1000 * (value + sqrt(variance / total) * (limits(total, level, method) - total))), collapse = ",")
  ))
  expected <- sum(n * w / m)
  indirect <- c(indirect, cells(
    list_of(x), list_of(n), list_of(w), list_of(m), level, method, number(expected), number(total / expected),
    paste(number(limits(total, level, method) / expected), collapse = ","), number(1000 * total / expected * sum(w) / sum(m))
  ))
}
writeLines(direct, "direct-standardisation.csv")
writeLines(indirect, "indirect-standardisation.csv")

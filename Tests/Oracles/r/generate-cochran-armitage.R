# Writes the Cochran-Armitage test: the statistic and asymptotic p of stats::prop.trend.test, and the
# exact p of coin::independence_test for two samples, which are the trials with and without success.
suppressMessages(library(coin))
set.seed(20261125)
number <- function(x) sprintf("%.17g", x)
row <- function(times, x, n) {
  test <- prop.trend.test(x, n, score = times - min(times))
  time <- c(rep(times, x), rep(times, n - x)) - min(times)
  group <- factor(rep(c("success", "failure"), c(sum(x), sum(n - x))))
  exact <- if (sum(n) <= 250)
    number(as.numeric(pvalue(independence_test(time ~ group, distribution = exact()))))
    else ""
  data.frame(times = paste(times, collapse = " "), successes = paste(x, collapse = " "),
    trials = paste(n, collapse = " "), chi_square = number(unname(test$statistic)),
    p = number(test$p.value), exact_p = exact)
}
rows <- row(2021:2025, c(30, 33, 35, 38, 40), c(40, 40, 41, 42, 42))
for (k in 3:8) for (size in c(5, 18, 45)) for (i in 1:4) {
  # Large tables only over few times, so that comparing them stays quick.
  if (size * k > 120) next
  times <- if (i == 2) sort(sample(2001:2025, k)) else 2018:(2017 + k)
  n <- sample(max(1, size - 3):(size + 3), k, replace = TRUE)
  rate <- plogis(seq(-1, 1, length.out = k) * runif(1, -1, 1) + c(0, 2, -1, 3)[i])
  x <- rbinom(k, n, rate)
  if (sum(x) == 0 || sum(x) == sum(n)) next
  # A statistic of zero is only rounding there.
  if (prop.trend.test(x, n, score = times)$statistic < 1e-9) next
  rows <- rbind(rows, row(times, x, n))
}
write.csv(rows, "cochran-armitage.csv", row.names = FALSE, quote = FALSE)

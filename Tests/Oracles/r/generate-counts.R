# Exact tests of counts and proportions, ratios of rates: binom.test, fisher.test, poisson.test and dhyper.
set.seed(20261125)
number <- function(x) sprintf("%.17g", x)
line <- function(...) paste(..., sep = ",")

rows <- "successes,trials,target,at_most,at_least,two_sided"
add <- function(x, n, p) {
  one <- function(a) number(binom.test(x, n, p, alternative = a)$p.value)
  rows <<- c(rows, line(x, format(n, scientific = FALSE), number(p), one("less"), one("greater"), one("two.sided")))
}
for (n in c(1, 2, 5, 12, 18, 30, 100)) for (p in c(0.5, 0.95, 0.1, 1 / 3))
  for (x in unique(c(0, 1, n %/% 2, n - 1, n))) if (x <= n) add(x, n, p)
for (n in c(1000, 10000, 100000, 2000000, 10000000)) for (p in c(0.5, 0.9375, 0.015625, pi / 10))
  for (z in c(-5, -1.5, 0.2, 2.5)) add(max(0, round(n * p + z * sqrt(n * p * (1 - p)))), n, p)
writeLines(rows, "proportion-test.csv")

rows <- "first,first_trials,second,second_trials,at_most,at_least,two_sided"
add <- function(x1, n1, x2, n2) {
  m <- matrix(c(x1, x2, n1 - x1, n2 - x2), 2)
  one <- function(a) number(fisher.test(m, alternative = a, conf.int = FALSE)$p.value)
  rows <<- c(rows, line(x1, n1, x2, n2, one("less"), one("greater"), one("two.sided")))
}
for (case in 1:120) {
  n1 <- sample(c(1:20, 30, 50), 1); n2 <- sample(c(1:20, 40, 70), 1)
  add(sample(0:n1, 1), n1, sample(0:n2, 1), n2)
}
for (case in 1:60) {
  n1 <- sample(200:20000, 1); n2 <- sample(200:20000, 1); p <- runif(1)
  add(rbinom(1, n1, p), n1, rbinom(1, n2, p), n2)
}
writeLines(rows, "two-proportions-test.csv")

rows <- "events,expected,at_most,at_least,two_sided"
for (mu in c(0.01, 0.5, 1, 2.3, 5, 9.99, 17, 40, 100, 1234.5, 50000, 1e6, 1e7))
  for (z in c(-5, -2, -0.5, 0, 1, 3, 6)) {
    x <- max(0, round(mu + z * sqrt(mu)))
    if (x > 1e7) next
    one <- function(a) number(poisson.test(x, 1, mu, alternative = a)$p.value)
    rows <- c(rows, line(format(x, scientific = FALSE), number(mu), one("less"), one("greater"), one("two.sided")))
  }
writeLines(unique(rows), "rate-test.csv")

rows <- "later,later_population,base,base_population,level,value,lower,upper,at_most,at_least,two_sided"
for (case in 1:200) {
  x <- if (case <= 100) c(sample(0:12, 1), sample(1:12, 1)) else c(rpois(1, 10^runif(1, 1, 5)), rpois(1, 10^runif(1, 1, 5)) + 1)
  if (case > 150) x[1] <- rpois(1, x[2])
  m <- if (case %% 2) c(1, 1) else sample(1000:90000, 2)
  level <- sample(c("90", "95", "99.8"), 1)
  test <- function(a) poisson.test(x, m, alternative = a, conf.level = as.numeric(level) / 100)
  both <- test("two.sided")
  # Below the smallest normal double R keeps single units of rounding.
  if (both$p.value < 1e-290) next
  rows <- c(rows, line(
    x[1], m[1], x[2], m[2], level, number(x[1] / m[1] / (x[2] / m[2])), number(both$conf.int[1]), number(both$conf.int[2]),
    number(test("less")$p.value), number(test("greater")$p.value), number(both$p.value)
  ))
}
writeLines(rows, "rate-ratio.csv")

rows <- "successes,trials,level,lower,upper"
for (n in c(1, 2, 5, 12, 18, 30, 73, 100, 260, 1000, 10000)) for (level in c("90", "95", "99.8"))
  for (x in unique(c(0, 1, n %/% 3, n %/% 2, n - 1, n))) {
    a <- (1 - as.numeric(level) / 100) / 2
    rows <- c(rows, line(x, n, level, number(if (x == 0) 0 else qbeta(a, x + 0.5, n - x + 0.5)),
      number(if (x == n) 1 else qbeta(a, x + 0.5, n - x + 0.5, lower.tail = FALSE))))
  }
writeLines(unique(rows), "jeffreys.csv")

rows <- "events,level,lower,upper"
for (x in c(0, 1, 2, 3, 5, 9, 10, 18, 47, 100, 1234, 100000)) for (level in c("90", "95", "99.8")) {
  z <- qnorm((1 - as.numeric(level) / 100) / 2, lower.tail = FALSE)
  lower <- if (x == 0) 0 else max(0, x * (1 - 1 / (9 * x) - z / (3 * sqrt(x)))^3)
  upper <- (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1)))^3
  rows <- c(rows, line(format(x, scientific = FALSE), level, number(lower), number(upper)))
}
writeLines(rows, "byar.csv")

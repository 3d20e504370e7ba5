# Writes funnel limits (as printed, by cumulative distribution), empirical Bayes estimates, adjusted
# p-values and exact tests of r x 2 tables.
suppressMessages(library(spdep))
digits <- function(x) sprintf("%.17g", x)
pack <- function(x) paste(x, collapse = " ")

# Spiegelhalter (2005), appendix A: the same rule at p and 1 - p.
printed <- function(p, quantile, cumulative, mass) {
  r <- quantile(p)
  if (cumulative(r) <= p) r <- r + 1
  r - (cumulative(r) - p) / mass(r)
}
ends <- c(0.025, 0.975, 0.001, 0.999)
rows <- list()
for (n in c(1, 2, 5, 12, 18, 42, 100, 260, 1000, 20000)) for (centre in c(0.05, 0.074, 0.3, 0.5, 0.8, 0.95)) {
  limits <- sapply(ends, function(p) {
    printed(p, function(p) qbinom(p, n, centre), function(r) pbinom(r, n, centre), function(r) dbinom(r, n, centre))
  })
  limits <- pmin(1, pmax(0, limits / n))
  rows[[length(rows) + 1]] <- c("proportion", n, digits(centre), digits(limits))
}
for (size in c(0.5, 1, 2.5, 4, 9.25, 20, 130, 700, 20000)) for (centre in c(0.25, 1, 1.5)) {
  mean <- size * centre
  limits <- sapply(ends, function(p) {
    printed(p, function(p) qpois(p, mean), function(r) ppois(r, mean), function(r) dpois(r, mean))
  })
  rows[[length(rows) + 1]] <- c("ratio", digits(size), digits(centre), digits(pmax(0, limits / size)))
}
table <- do.call(rbind, rows)
colnames(table) <- c("measure", "size", "centre", "lower95", "upper95", "lower998", "upper998")
write.csv(table, "funnel.csv", row.names = FALSE, quote = FALSE)

set.seed(4)
rows <- list()
for (units in c(3, 5, 12, 18, 30)) for (spread in c(0, 2)) {
  sizes <- sample(5:400, units)
  counts <- rbinom(units, sizes, plogis(-1 + spread * rnorm(units)))
  for (model in c("poisson", "binomial")) {
    result <- EBest(counts, sizes, family = model)
    mean <- sum(counts) / sum(sizes)
    s2 <- sum(sizes * (counts / sizes - mean)^2) / sum(sizes)
    # spdep does not clamp the binomial weight; without variance between units the mean is right.
    smoothed <- if (model == "binomial" && s2 <= mean * (1 - mean) / mean(sizes)) rep(mean, units) else result$estmm
    rows[[length(rows) + 1]] <- c(model, pack(counts), pack(sizes), pack(digits(smoothed)))
  }
}
table <- do.call(rbind, rows)
colnames(table) <- c("model", "counts", "sizes", "smoothed")
write.csv(table, "empirical-bayes.csv", row.names = FALSE, quote = FALSE)

rows <- list()
for (count in c(1, 2, 5, 18, 50, 200)) for (power in c(1, 3)) {
  p <- round(runif(count)^power, sample(c(2, 4, 15), 1))
  rows[[length(rows) + 1]] <- c(pack(digits(p)), pack(digits(p.adjust(p, "BH"))))
}
table <- do.call(rbind, rows)
colnames(table) <- c("p", "q")
write.csv(table, "adjusted.csv", row.names = FALSE, quote = FALSE)

# Heyse's procedure by R's step functions.
rows <- list()
for (count in c(1, 3, 9, 18)) for (repeated in 1:5) {
  p <- numeric(count)
  support <- vector("list", count)
  for (k in seq_len(count)) {
    trials <- sample(2:12, 1)
    # Rounded, so that values that are one in theory are one in doubles.
    support[[k]] <- signif(pbinom(0:trials, trials, 0.5), 12)
    p[k] <- support[[k]][1 + rbinom(1, trials, 0.3)]
  }
  steps <- lapply(support, function(s) stepfun(s, c(0, s)))
  sums <- sapply(sort(p), function(t) sum(sapply(steps, function(f) f(t))))
  q <- rev(cummin(rev(pmin(1, sums / seq_len(count)))))
  down <- sapply(sort(p), function(t) sum(sapply(steps, function(f) f(t) / (1 - f(t)))))
  down <- cummax(pmin(1, down / seq_len(count)))
  rows[[length(rows) + 1]] <- c(
    pack(digits(p)), paste(sapply(support, function(s) pack(digits(s))), collapse = ";"),
    pack(digits(q[rank(p, ties.method = "max")])), pack(digits(down[rank(p, ties.method = "max")]))
  )
}
table <- do.call(rbind, rows)
colnames(table) <- c("p", "attainable", "heyse", "stepdown")
write.csv(table, "discrete-adjusted.csv", row.names = FALSE, quote = FALSE)

# Exact tests of r x 2 tables; the statistic by chisq.test without correction.
rows <- list()
for (units in c(2, 3, 4, 6, 10)) for (repeated in 1:8) {
  sizes <- sample(1:c(60, 60, 30, 12, 6)[match(units, c(2, 3, 4, 6, 10))], units, replace = TRUE)
  counts <- rbinom(units, sizes, runif(units, 0.05, 0.7))
  if (sum(counts) == 0 || sum(counts) == sum(sizes)) next
  table <- cbind(counts, sizes - counts)
  exact <- fisher.test(table, workspace = 2e7)$p.value
  asymptotic <- suppressWarnings(chisq.test(table, correct = FALSE))
  rows[[length(rows) + 1]] <- c(
    "proportion", pack(counts), pack(sizes), digits(exact), digits(asymptotic$statistic), digits(asymptotic$p.value)
  )
}
for (units in c(2, 5, 12)) for (repeated in 1:6) {
  sizes <- sample(100:9000, units)
  counts <- rpois(units, sizes / 900)
  if (sum(counts) == 0) next
  asymptotic <- suppressWarnings(chisq.test(counts, p = sizes / sum(sizes)))
  # R has no exact multinomial test; with two units the conditional test is binomial.
  exact <- if (units == 2) binom.test(counts[1], sum(counts), sizes[1] / sum(sizes))$p.value else NA
  rows[[length(rows) + 1]] <- c(
    "rate", pack(counts), pack(sizes), digits(exact), digits(asymptotic$statistic), digits(asymptotic$p.value)
  )
}
table <- do.call(rbind, rows)
colnames(table) <- c("measure", "counts", "sizes", "probability", "statistic", "asymptotic")
write.csv(table, "heterogeneity.csv", row.names = FALSE, quote = FALSE)

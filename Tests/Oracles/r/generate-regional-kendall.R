# Writes two-sided probabilities of the sum of Kendall's S over independent units without ties, by
# convolving the exact distribution that cor.test has for one unit. cor.test's p-values are of |S| at
# least as large; their differences, halved, are the probabilities of the values of S.
# They are asked for on the falling side, where cor.test does not subtract from one.
upper <- function(n, s) {
  # A series of n values whose S is -s: from the rising one, exchange neighbours.
  x <- seq_len(n); k <- (n * (n - 1) / 2 + s) / 2
  while (k > 0) for (i in seq_len(n - 1)) if (k > 0 && x[i] < x[i + 1]) {
    x[c(i, i + 1)] <- x[c(i + 1, i)]; k <- k - 1
  }
  cor.test(seq_len(n), x, method = "kendall", exact = TRUE)$p.value
}
distribution <- function(n) {
  pairs <- n * (n - 1) / 2
  s <- seq(pairs, -pairs, by = -2)
  positive <- s[s > 0]
  tails <- vapply(positive, function(v) upper(n, v), 0)
  p <- diff(c(0, tails)) / 2
  if (any(s == 0)) c(p, 1 - sum(p) * 2, rev(p)) else c(p, rev(p))
}
single <- lapply(1:10, function(n) if (n < 2) NULL else distribution(n))
rows <- NULL
for (units in list(rep(5, 18), rep(5, 2), c(3, 4, 5), rep(6, 5), rep(5, 40), c(2, 3, 4, 5, 6, 7, 8, 9, 10), rep(10, 8))) {
  total <- 1
  for (n in units) {
    p <- single[[n]]
    sum <- numeric(length(total) + length(p) - 1)
    for (i in seq_along(p)) {
      at <- i - 1 + seq_along(total)
      sum[at] <- sum[at] + total * p[i]
    }
    total <- sum
  }
  pairs <- sum(units * (units - 1) / 2)
  tails <- 2 * cumsum(total)
  # From S = pairs downwards, as far as S > 0.
  s <- seq(pairs, 1, by = -2)
  keep <- unique(round(seq(1, length(s), length.out = min(length(s), 30))))
  rows <- rbind(rows, data.frame(
    points = paste(units, collapse = " "), s = s[keep],
    probability = sprintf("%.17g", pmin(1, tails[keep]))))
}
write.csv(rows, "regional-kendall.csv", row.names = FALSE, quote = FALSE)

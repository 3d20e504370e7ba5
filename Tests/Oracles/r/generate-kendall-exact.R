# Exact two-sided probabilities of Kendall's S: without ties by cor.test(method = "kendall"), with two different
# values by wilcox.test on the years at which each stands, as S is twice the Mann-Whitney count less n1 n2.
set.seed(20261125)
number <- function(x) sprintf("%.17g", x)
rows <- c("years,values,probability")
add <- function(years, values, p) {
  rows <<- c(rows, paste(paste(years, collapse = " "), paste(values, collapse = " "), number(p), sep = ","))
}
for (n in c(3:12, 15, 20, 30)) {
  for (repetition in 1:6) {
    years <- sort(sample(1950:2030, n))
    values <- sample(1:200, n)
    if (repetition > 3) values <- values[order(values + rnorm(n, 0, 40))]
    # R subtracts upper tails from one; the lower tail of the mirrored series keeps all digits.
    falling <- if (cor(years, values, method = "kendall") > 0) -values else values
    add(years, values, cor.test(years, falling, method = "kendall", exact = TRUE)$p.value)
    later <- sample(rep(0:1, length.out = n))
    if (repetition > 3) later <- rev(sort(later))[order(seq_len(n) + rnorm(n, 0, 2))]
    p <- wilcox.test(years[later == 1], years[later == 0], exact = TRUE, correct = FALSE)$p.value
    add(years, later, p)
  }
}
writeLines(rows, "kendall-exact.csv")

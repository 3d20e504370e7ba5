# Wilson's limits: prop.test without continuity correction, of one sample.
number <- function(x) sprintf("%.17g", x)
rows <- c("successes,trials,level,lower,upper")
for (n in c(1, 2, 5, 7, 12, 18, 40, 1000, 143, 2000000)) {
  for (x in sort(unique(c(0, 1, n %/% 3, n %/% 2, n - 1, n)))) {
    for (level in c("90", "95", "99.8")) {
      limits <- suppressWarnings(
        prop.test(x, n, conf.level = as.numeric(level) / 100, correct = FALSE)
      )$conf.int
      rows <- c(rows, paste(c(format(x, scientific = FALSE), format(n, scientific = FALSE), level, number(limits)), collapse = ","))
    }
  }
}
writeLines(rows, "wilson.csv")

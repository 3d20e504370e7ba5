# Lines to a deadline: weighted by rank, and unweighted with a prediction interval; by lm().
set.seed(20261125)
options(digits = 22)
number <- function(x) sprintf("%.17g", x)
rows <- c("times,values,deadline,anticipated,projected,level,lower,upper")
for (case in 1:90) {
  n <- sample(3:10, 1)
  t <- sort(sample(2000:2024, n))
  v <- sample(0:200, n, replace = TRUE) / 2
  if (length(unique(v)) < 3) next
  # Years from the base, so that lm() is not asked to tell 2,000 years from the intercept.
  x <- t - t[1]
  deadline <- 2025 + sample(0:5, 1)
  at <- data.frame(x = deadline - t[1])
  weighted <- predict(lm(v ~ x, weights = seq_along(x)), at)
  level <- sample(c("90", "95", "99.8"), 1)
  line <- suppressWarnings(
    predict(lm(v ~ x), at, interval = "prediction", level = as.numeric(level) / 100)
  )
  rows <- c(rows, paste(
    paste(t, collapse = " "), paste(v, collapse = " "), deadline, number(weighted),
    number(line[1]), level, number(line[2]), number(line[3]), sep = ","
  ))
}
writeLines(rows, "progress-lines.csv")

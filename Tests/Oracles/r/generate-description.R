# Description of lists of values: R's mean, sd, median, quantile, mad and the lag-1 coefficient of acf.
set.seed(20261125)
number <- function(x) sprintf("%.17g", x)
rows <- c("values,mean,sd,median,mad,lag_one,q1_6,q3_6,q1_7,q3_7,q1_8,q3_8")
for (n in c(2:12, 17, 18, 30, 73, 100)) {
  for (kind in 1:3) {
    x <- switch(kind, round(100 * runif(n), 1), rpois(n, 2), rnorm(n, 100, 3))
    if (all(x == x[1])) next
    quartiles <- unlist(lapply(6:8, function(type) quantile(x, c(0.25, 0.75), type = type, names = FALSE)))
    rows <- c(rows, paste(c(
      paste(number(x), collapse = " "), number(mean(x)), number(sd(x)), number(median(x)),
      number(mad(x, constant = 1)), number(acf(x, lag.max = 1, plot = FALSE)$acf[2]), number(quartiles)
    ), collapse = ","))
  }
}
writeLines(rows, "description.csv")

# Progress by the rules, over the cases of the mpmath table, by other ways than its formulas: what is due by
# approx(), what the past rate promises by an exponential through both ends, the annual rate of the SDG Index on
# scores from 0 to 100.
number <- function(x) if (is.na(x)) "" else sprintf("%.17g", x)
cases <- read.csv("../mpmath/progress.csv", colClasses = "character")
list_of <- function(text) as.numeric(strsplit(text, " ")[[1]])
rows <- c("times,values,target,deadline,due,pace,ratio,quotient,index,expected")
for (i in seq_len(nrow(cases))) {
  times <- list_of(cases$times[i]); values <- list_of(cases$values[i])
  target <- as.numeric(cases$target[i]); deadline <- as.numeric(cases$deadline[i])
  n <- length(times)
  due <- approx(c(times[1], deadline), c(values[1], target), times[n])$y
  lowest <- min(values[1], target); highest <- max(values[1], target)
  score <- function(x) {
    rising <- 100 * (x - lowest) / (highest - lowest)
    if (target > values[1]) rising else 100 - rising
  }
  pace <- (diff(score(values[c(1, n)])) / diff(times[c(1, n)])) / (100 / (deadline - times[1]))
  rate <- exp(diff(log(values[c(1, n)])) / diff(times[c(1, n)]))
  needed <- exp(log(target / values[1]) / (deadline - times[1]))
  ratio <- if (target == 0) NA else sign(target - values[1]) * (rate - 1) / abs(needed - 1)
  promised <- if (values[n] == 0) 0 else values[n] * rate^(deadline - times[n])
  quotient <- score(promised) / 100
  rows <- c(rows, paste(c(
    cases$times[i], cases$values[i], cases$target[i], cases$deadline[i], number(due), number(pace),
    number(ratio), number(quotient), number(score(values[n]) / 10),
    number(10 * diff(times[c(1, n)]) / (deadline - times[1]))
  ), collapse = ","))
}
writeLines(rows, "progress-rules.csv")

# Writes straight and bent lines by stats::lm over the cases of the mpmath table.
number <- function(x) sprintf("%.17g", x)
parts <- function(text) as.numeric(strsplit(text, " ")[[1]])
cases <- read.csv("../mpmath/joinpoint.csv", colClasses = "character")
rows <- NULL
for (i in seq_len(nrow(cases))) {
  year <- parts(cases$times[i]); t <- year - year[1]
  y <- parts(cases$counts[i]); n <- parts(cases$populations[i]); m <- length(t)
  c <- ifelse(y == 0, 0.5, y); v <- log(c / n)
  straight <- lm(v ~ t, weights = c)
  tries <- lapply(3:(m - 2), function(k) lm(v ~ t + pmax(0, t - t[k]), weights = c))
  sse <- vapply(tries, function(f) sum(c * residuals(f)^2), 0)
  k <- which.min(sse); bent <- tries[[k]]
  sse0 <- sum(c * residuals(straight)^2); sse1 <- sse[k]
  # The partial R-squared as the squared correlation of what the line leaves of values and bend.
  left <- residuals(lm(pmax(0, t - t[k + 2]) ~ t, weights = c))
  partial <- sum(c * left * residuals(straight))^2 / (sum(c * left^2) * sse0)
  bic <- log(sse1 / m) + 4 * log(m) / m
  bic3 <- log(sse1 / m) + 5 * log(m) / m
  b <- coef(bent)
  rows <- rbind(rows, data.frame(times = cases$times[i], counts = cases$counts[i],
    populations = cases$populations[i], joinpoint = year[k + 2],
    sse0 = number(sse0), bic0 = number(log(sse0 / m) + 2 * log(m) / m), sse1 = number(sse1),
    bic1 = number(bic), wbic1 = number(bic * (1 - partial) + bic3 * partial), partial = number(partial),
    apc = number(100 * expm1(coef(straight)[[2]])), apc1 = number(100 * expm1(b[[2]])),
    apc2 = number(100 * expm1(b[[2]] + b[[3]]))))
}
write.csv(rows, "joinpoint.csv", row.names = FALSE, quote = FALSE)

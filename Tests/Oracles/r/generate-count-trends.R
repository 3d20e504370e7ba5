# Writes Poisson and logistic trends of stats::glm over the cases of the mpmath tables (but the extreme
# ones): quasi-Poisson limits where the counts scatter more than chance.
number <- function(x) sprintf("%.17g", x)
parts <- function(text) as.numeric(strsplit(text, " ")[[1]])
control <- glm.control(epsilon = 1e-15, maxit = 200)
cases <- read.csv("../mpmath/poisson-trend.csv", colClasses = "character")
rows <- NULL
for (i in seq_len(nrow(cases))) {
  t <- parts(cases$times[i]); y <- parts(cases$counts[i]); n <- parts(cases$populations[i])
  if (max(y) > 1e6 || max(n) / min(n) > 1e6) next
  t0 <- t - mean(t)
  fit <- suppressWarnings(glm(y ~ t0 + offset(log(n)), family = poisson, control = control))
  # vcov() has the weights of the step before the last: one more step from the end.
  fit <- suppressWarnings(update(fit, start = coef(fit)))
  phi <- sum(residuals(fit, "pearson")^2) / fit$df.residual
  b <- coef(fit)[[2]]; se <- sqrt(vcov(fit)[2, 2])
  if (phi > 1) { se <- se * sqrt(phi); q <- qt(0.975, fit$df.residual); p <- 2 * pt(-abs(b / se), fit$df.residual) }
  else { q <- qnorm(0.975); p <- 2 * pnorm(-abs(b / se)) }
  rows <- rbind(rows, data.frame(times = cases$times[i], counts = cases$counts[i],
    populations = cases$populations[i], slope = number(b), error = number(se), ratio = number(phi),
    apc = number(100 * expm1(b)), lower = number(100 * expm1(b - q * se)),
    upper = number(100 * expm1(b + q * se)), p = number(p)))
}
write.csv(rows, "poisson-trend.csv", row.names = FALSE, quote = FALSE)
cases <- read.csv("../mpmath/logistic-trend.csv", colClasses = "character")
rows <- NULL
for (i in seq_len(nrow(cases))) {
  t <- parts(cases$times[i]); x <- parts(cases$successes[i]); n <- parts(cases$trials[i])
  if (abs(as.numeric(cases$slope[i])) > 5) next
  t0 <- t - mean(t)
  fit <- suppressWarnings(glm(cbind(x, n - x) ~ t0, family = binomial, control = control))
  fit <- suppressWarnings(update(fit, start = coef(fit)))
  b <- coef(fit)[[2]]; se <- sqrt(vcov(fit)[2, 2]); q <- qnorm(0.975)
  phi <- sum(residuals(fit, "pearson")^2) / fit$df.residual
  rows <- rbind(rows, data.frame(times = cases$times[i], successes = cases$successes[i],
    trials = cases$trials[i], slope = number(b), error = number(se), odds_ratio = number(exp(b)),
    lower = number(exp(b - q * se)), upper = number(exp(b + q * se)), p = number(2 * pnorm(-abs(b / se))),
    dispersion = number(max(1, phi))))
}
write.csv(rows, "logistic-trend.csv", row.names = FALSE, quote = FALSE)

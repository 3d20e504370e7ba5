# Least squares by lm() on small invented problems: plain, weighted, without intercept, several predictors, orders 1 to 3.
set.seed(20261126)
number <- function(x) paste(sprintf("%.17g", x), collapse = " ")
rows <- "order,intercept,weighted,x,y,weights,coefficients,standard_errors,residual_sd,r_squared,new,value,lower,upper"
for (n in c(5, 6, 9, 18, 40)) for (intercept in 0:1) for (weighted in 0:1) for (kind in c(0, 1, 2, 3, 4)) {
  columns <- if (kind == 0) 2 else if (kind == 4) 3 else 1
  order <- if (kind %in% 1:3) kind else 0
  if (n < max(columns, order) + intercept + 1) next
  x <- lapply(seq_len(columns), function(i) round(runif(n, 1, 9), 2))
  y <- round(20 + 3 * x[[1]] + rnorm(n, 0, 4), 1)
  w <- round(runif(n, 0.5, 4), 1)
  frame <- data.frame(y = y, w = w, setNames(x, paste0("x", seq_along(x))))
  terms <- if (order > 0) paste0("I(x1^", seq_len(order), ")") else paste0("x", seq_along(x))
  formula <- as.formula(paste("y ~", intercept, "+", paste(terms, collapse = "+")))
  fit <- if (weighted == 1) lm(formula, frame, weights = w) else lm(formula, frame)
  parts <- summary(fit)
  new <- round(runif(columns, 1, 12), 2)
  at <- setNames(as.data.frame(as.list(new)), paste0("x", seq_along(x)))
  said <- suppressWarnings(predict(fit, at, interval = "prediction", level = 0.95, weights = 1))
  rows <- c(rows, paste(c(
    order, intercept, weighted, paste(sapply(x, number), collapse = ";"), number(y), number(w), number(coef(fit)),
    number(parts$coefficients[, 2]), number(parts$sigma), number(parts$r.squared), number(new), number(said)[0],
    sapply(said[1, ], number)
  ), collapse = ","))
}
writeLines(rows, "least-squares.csv")

# Shrunken proportions by spdep and the exact test of differences by R, from the counts of units.csv.
library(spdep)
units <- read.csv("units.csv")
shrunken <- do.call(rbind, lapply(split(units, units$indicator), function(own) {
  estimates <- EBest(own$numerator, own$denominator, family = "binomial")
  data.frame(indicator = own$indicator, unit = own$unit, smoothed = 100 * estimates$estmm)
}))
write.table(format(shrunken, digits = 17, trim = TRUE), "shrunken.csv", sep = ",", row.names = FALSE, quote = FALSE)
own <- units[units$indicator == "officials-trained", ]
p <- fisher.test(cbind(own$numerator, own$denominator - own$numerator), workspace = 2e8)$p.value
exact <- data.frame(indicator = "officials-trained", p = format(p, digits = 17))
write.table(exact, "exact.csv", sep = ",", row.names = FALSE, quote = FALSE)

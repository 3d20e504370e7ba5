#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>
#include <math.h>

/// The C library's exponential, which cannot raise an error of GSL's.
static inline double cgsl_exp(double x) { return exp(x); }

/// The C library's logarithm.
static inline double cgsl_log(double x) { return log(x); }

/// log(1 + x), without the digits that the sum would lose.
static inline double cgsl_log1p(double x) { return log1p(x); }

/// exp(x) - 1, without the digits that the difference would lose.
static inline double cgsl_expm1(double x) { return expm1(x); }

/** The rate a month that compounds to a rate a year: `(1 + r)^(1/12) − 1`. */
export const monthlyRate = (rateYear: number): number => (1 + rateYear) ** (1 / 12) - 1;

/** The rate a year that a rate a month compounds to. */
export const yearlyRate = (rateMonth: number): number => (1 + rateMonth) ** 12 - 1;

/** Which of a portfolio's rows are listed. */
export const PORTFOLIO_SHOWS = ["all", "losing", "retired"] as const;
export type PortfolioShow = (typeof PORTFOLIO_SHOWS)[number];

export const PORTFOLIO_SORTS = ["added", "model", "site", "quantity", "price", "hashrate", "profit"] as const;
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

export const PORTFOLIO_ORDERS = ["asc", "desc"] as const;
export type PortfolioOrder = (typeof PORTFOLIO_ORDERS)[number];

/** Stands for machines of no site; no site has this name, for names begin with a letter or a digit. */
export const NO_SITE = "-";

import type { IrrReason } from "./answer-parts";
import { finiteOrNull } from "./finite-or-null";
import { internalRates } from "./internal-rates";
import { mirr } from "./mirr";
import { monthlyRate, yearlyRate } from "./monthly-rate";
import { npv } from "./npv";
import { payback } from "./payback";

export type YearlyRates = { discount: number; finance?: number | undefined; reinvest?: number | undefined };
export type ReturnFigures = {
  npvUsd: number | null;
  irrPct: number | null;
  /** All of them, where there are several. */
  irrRatesPct: number[];
  irrReason: Exclude<IrrReason, "no_machine_price"> | null;
  mirrPct: number | null;
  paybackMonths: number | null;
};

/** Formula 11 on monthly cash flows, the first of them now. Finance and reinvestment default to the discount rate. */
export function returnFigures(flows: readonly number[], yearly: YearlyRates): ReturnFigures {
  const discountMonth = monthlyRate(yearly.discount);
  const rates = internalRates(flows).map((force) => Math.expm1(force * 12) * 100);
  const [only = Number.NaN] = rates;
  const irrPct = rates.length === 1 ? finiteOrNull(only) : null;
  const mirrMonth = mirr(
    flows,
    yearly.finance === undefined ? discountMonth : monthlyRate(yearly.finance),
    yearly.reinvest === undefined ? discountMonth : monthlyRate(yearly.reinvest),
  );
  return {
    npvUsd: finiteOrNull(npv(flows, discountMonth)),
    irrPct,
    irrRatesPct: rates.filter(Number.isFinite),
    irrReason: irrPct === null ? whyNoRate(rates.length) : null,
    mirrPct: mirrMonth === null ? null : finiteOrNull(yearlyRate(mirrMonth) * 100),
    paybackMonths: payback(flows),
  };
}

const whyNoRate = (found: number) => (found === 0 ? "no_irr" : found > 1 ? "several_irr" : "out_of_range");

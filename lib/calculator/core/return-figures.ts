import type { IrrReason } from "./answer-parts";
import { finiteOrNull } from "./finite-or-null";
import { irr } from "./irr";
import { mirr } from "./mirr";
import { monthlyRate, yearlyRate } from "./monthly-rate";
import { npv } from "./npv";
import { payback } from "./payback";

export type YearlyRates = { discount: number; finance?: number | undefined; reinvest?: number | undefined };
export type ReturnFigures = {
  npvUsd: number | null;
  irrPct: number | null;
  irrReason: Exclude<IrrReason, "no_machine_price"> | null;
  mirrPct: number | null;
  paybackMonths: number | null;
};

/** Formula 11 on monthly cash flows, the first of them now. Finance and reinvestment default to the discount rate. */
export function returnFigures(flows: readonly number[], rates: YearlyRates): ReturnFigures {
  const discountMonth = monthlyRate(rates.discount);
  const found = irr(flows);
  const irrPct = found.force === null ? null : finiteOrNull(Math.expm1(found.force * 12) * 100);
  const mirrMonth = mirr(
    flows,
    rates.finance === undefined ? discountMonth : monthlyRate(rates.finance),
    rates.reinvest === undefined ? discountMonth : monthlyRate(rates.reinvest),
  );
  return {
    npvUsd: finiteOrNull(npv(flows, discountMonth)),
    irrPct,
    irrReason: found.reason ?? (irrPct === null ? "out_of_range" : null),
    mirrPct: mirrMonth === null ? null : finiteOrNull(yearlyRate(mirrMonth) * 100),
    paybackMonths: payback(flows),
  };
}

import { blankColumn, type Column } from "./column";

/**
 * Wilder's relative strength index, 0 to 100. The first value stands at index `period`: plain means of the first
 * `period` gains and losses; from then on each mean moves by 1 / period. Without any loss it is 100.
 */
export function rsi(closes: Column, period: number): Column {
  const out = blankColumn(closes.length);
  const kept = (period - 1) / period;
  let gain = 0;
  let loss = 0;
  for (let index = 1; index < closes.length; index++) {
    const change = (closes[index] as number) - (closes[index - 1] as number);
    if (index > period) {
      gain *= kept;
      loss *= kept;
    }
    if (change > 0) gain += change / period;
    else loss -= change / period;
    if (index >= period) out[index] = loss === 0 ? 100 : 100 - 100 / (1 + gain / loss);
  }
  return out;
}

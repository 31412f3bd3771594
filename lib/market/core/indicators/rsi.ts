/**
 * Wilder's relative strength index, 0 to 100. The first value stands at index `period`: plain means of the first
 * `period` gains and losses; from then on each mean moves by 1 / period. Without any loss it is 100.
 */
export function rsi(closes: readonly number[], period: number): (number | null)[] {
  let gain = 0;
  let loss = 0;
  return closes.map((close, index) => {
    if (index === 0) return null;
    const change = close - (closes[index - 1] ?? close);
    const kept = index <= period ? 1 : (period - 1) / period;
    gain = gain * kept + Math.max(change, 0) / period;
    loss = loss * kept + Math.max(-change, 0) / period;
    if (index < period) return null;
    return loss === 0 ? 100 : 100 - 100 / (1 + gain / loss);
  });
}

import { RandomStream } from "@/lib/calculator/core/random-stream";

/** Daily bars as columns, and as the objects that some libraries take. */
export type Series = {
  close: number[];
  high: number[];
  low: number[];
  volume: number[];
  candles: Candle[];
};
export type Candle = { open: number; high: number; low: number; close: number; volume: number };

/**
 * A price that moves as Bitcoin's does, by some three per cent a day; the same at each call. Not rounded to the cent: where
 * both moves of a bar are equal, libraries count them differently.
 */
export function series(length: number): Series {
  const stream = new RandomStream(20_261_127);
  const random = () => stream.uniform();
  const columns: Omit<Series, "candles"> = { close: [], high: [], low: [], volume: [] };
  const candles: Candle[] = [];
  let price = 420;
  for (let day = 0; day < length; day++) {
    const open = price;
    // Back towards a path that grows, so that a long series neither vanishes nor overflows.
    const pull = 0.002 * Math.log((400 + 90_000 * Math.min(1, day / 5_500)) / price);
    const close = open * Math.exp(pull + 0.05 * (random() + random() - 1));
    const high = Math.max(open, close) * (1 + 0.02 * random());
    const low = Math.min(open, close) * (1 - 0.02 * random());
    const volume = Math.round(1e4 + 5e4 * random());
    columns.close.push(close);
    columns.high.push(high);
    columns.low.push(low);
    columns.volume.push(volume);
    candles.push({ open, high, low, close, volume });
    price = close;
  }
  return { ...columns, candles };
}

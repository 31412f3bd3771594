import { calculate } from "@/lib/calculator/core/calculate";
import type { Outcome } from "./compute-outcome";

export type FuturesRequest = { id: number } & NonNullable<Outcome["futures"]>;
export type Futures = Pick<ReturnType<typeof calculate>, "chart_bands" | "payback_probability" | "assumptions">;
export type FuturesAnswer = { id: number; futures: Futures };

/** The joint paths, off the page's own thread, so that typing never waits for them. */
self.onmessage = ({ data }: MessageEvent<FuturesRequest>) => {
  const { chart_bands, payback_probability, assumptions } = calculate(
    { ...data.input, algorithm: "advanced" },
    data.facts,
  );
  const answer: FuturesAnswer = { id: data.id, futures: { chart_bands, payback_probability, assumptions } };
  self.postMessage(answer);
};

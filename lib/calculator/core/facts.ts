import type { MarketFacts } from "../schemas";
import type { CatalogueMachine } from "./terms";

/** What a calculation can't know from its input: the catalogue's machine, the market, and today as 2026-01-31. */
export type Facts = { model: CatalogueMachine | null; market: MarketFacts; today: string };

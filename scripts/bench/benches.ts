import { bench as api } from "./api";
import { bench as auth } from "./auth";
import { bench as batch } from "./batch";
import type { Bench } from "./bench";
import { bench as cache } from "./cache";
import { bench as calculate } from "./calculate";
import { bench as curtailment } from "./curtailment";
import { bench as events } from "./events";
import { bench as indicators } from "./indicators";
import { bench as page } from "./page";
import { bench as replay } from "./replay";
import { bench as start } from "./start";
import { bench as writeVisible } from "./write-visible";

/** Everything that `npm run bench -- NAME` measures. */
export const benches: Bench[] = [
  ...[calculate, batch, curtailment, replay, indicators],
  ...[api, auth, cache, events, writeVisible, page, start],
];

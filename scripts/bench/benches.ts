import type { Bench } from "./bench";
import { bench as calculate } from "./calculate";

/** Everything that `npm run bench -- NAME` measures. */
export const benches: Bench[] = [calculate];

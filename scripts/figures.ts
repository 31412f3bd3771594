import { calculate } from "./figures/calculate";
import { curtailment } from "./figures/curtailment";
import { difficultyAdjustment } from "./figures/difficulty-adjustment";
import { epochs } from "./figures/epochs";
import type { Figure } from "./figures/figure";
import { indicators } from "./figures/indicators";
import { investment } from "./figures/investment";
import { subsidy } from "./figures/subsidy";

/** Every figure that anyone can recompute; a new one is a file in `figures/` and a line here. */
export const figures: readonly Figure[] = [
  calculate,
  curtailment,
  difficultyAdjustment,
  epochs,
  indicators,
  investment,
  subsidy,
];

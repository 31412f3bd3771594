import { z } from "zod";
import { LIMITS } from "@/lib/calculator/core/limits";
import { epochsOfMonths } from "@/lib/kernel/bitcoin/epochs";
import { numberField, wholeField } from "@/lib/kernel/number-field";
import { figure } from "./figure";
import { isoTime } from "./iso-time";

const Epoch = z.object({
  from_height: z.int(),
  to_height: z.int().meta({ description: "Exclusive: the next from_height" }),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  difficulty: z.number(),
  subsidy_sats: z.int(),
});

const iso = (ms: number) => new Date(ms).toISOString();

export const epochs = figure({
  name: "epochs",
  summary: "The epochs ahead at a growth of difficulty, split at a halving, over calendar months (UTC)",
  input: z.strictObject({
    difficulty: numberField("The difficulty", LIMITS.difficulty),
    height: wholeField("The height", LIMITS.block_height),
    start: isoTime("The start"),
    months: wholeField("The number of months", [1, 600]),
    growth_pct_epoch: numberField("The growth", LIMITS.growth, "% an epoch"),
  }),
  output: z.object({ epochs: z.array(Epoch) }),
  run: ({ difficulty, height, start, months, growth_pct_epoch }) => ({
    epochs: epochsOfMonths({ difficulty, height, startMs: start, months, growthPctEpoch: growth_pct_epoch }).map(
      (epoch) => ({
        from_height: epoch.fromHeight,
        to_height: epoch.toHeight,
        from: iso(epoch.fromMs),
        to: iso(epoch.toMs),
        difficulty: epoch.difficulty,
        subsidy_sats: epoch.subsidySats,
      }),
    ),
  }),
});

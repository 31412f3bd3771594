import { z } from "zod";
import { wholeField } from "@/lib/calculator/core/number-field";
import { subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { figure } from "./figure";

export const subsidy = figure({
  name: "subsidy",
  summary: "Newly made satoshi of the block at a height",
  input: z.strictObject({ height: wholeField("The height", [0, Number.MAX_SAFE_INTEGER]) }),
  output: z.object({ sats: z.int() }),
  run: ({ height }) => ({ sats: subsidySats(height) }),
});

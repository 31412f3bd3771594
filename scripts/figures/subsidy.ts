import { z } from "zod";
import { subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { wholeField } from "@/lib/kernel/number-field";
import { figure } from "./figure";

export const subsidy = figure({
  name: "subsidy",
  summary: "Newly made satoshi of the block at a height",
  input: z.strictObject({ height: wholeField("The height", [0, Number.MAX_SAFE_INTEGER]) }),
  output: z.object({ sats: z.int() }),
  run: ({ height }) => ({ sats: subsidySats(height) }),
});

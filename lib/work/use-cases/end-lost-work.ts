import { z } from "zod";
import { command, NoInput } from "@/lib/kernel/use-case";
import { endLostWork as endLost } from "@/lib/platform/work/lost-work";

/** What the queue has given up is failed: whoever asked for it shall not wait for good. */
export const endLostWork = command({
  name: "work.lost.end",
  permission: "system",
  routine: "the rows tell what became of the work",
  input: NoInput,
  output: z.object({ lost: z.int() }),
  run: async () => ({ lost: await endLost() }),
});

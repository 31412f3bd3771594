import { z } from "zod";
import { work } from "@/lib/kernel/work";

/** The good rows of a list become machines of whoever sent it: all of them, or none. */
export const FleetKeeping = work({
  name: "machines.fleet.keep",
  input: z.strictObject({ file_id: z.uuid() }),
  retries: 3,
  wait: 5,
  longestWait: 60,
  lasts: 300,
  isShown: true,
  mayCancel: true,
});

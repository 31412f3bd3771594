import { z } from "zod";
import { NoInput, query } from "@/lib/kernel/use-case";
import { isEmbedded } from "../adapters/installation";

/** What a page for visitors needs to know of where it runs. Asks no database. */
export const readInstallation = query({
  name: "identity.installation",
  permission: "public",
  input: NoInput,
  output: z.object({ is_embedded: z.boolean() }),
  run: () => ({ is_embedded: isEmbedded() }),
});

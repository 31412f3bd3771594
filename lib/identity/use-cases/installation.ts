import { z } from "zod";
import { NoInput, query } from "@/lib/kernel/use-case";
import { keepsMail } from "../adapters/local-mailbox";

/** What a page for visitors needs to know of where it runs. Asks no database. */
export const readInstallation = query({
  name: "identity.installation",
  permission: "public",
  input: NoInput,
  output: z.object({ keeps_mail: z.boolean() }),
  run: () => ({ keeps_mail: keepsMail() }),
});

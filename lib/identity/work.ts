import { z } from "zod";
import { work } from "@/lib/kernel/work";

/** A mail on its way: tried for about a day, later each time. */
export const MailDelivery = work({
  name: "identity.mail.deliver",
  input: z.strictObject({ mail_id: z.uuid() }),
  retries: 15,
  wait: 10,
  longestWait: 4 * 3_600,
  lasts: 300,
  isShown: false,
  mayCancel: false,
});

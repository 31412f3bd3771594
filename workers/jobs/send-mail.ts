import { sendDueMails } from "@/lib/identity/use-cases/send-due-mails";
import { schedule } from "@/lib/transport/schedule";

/** Every second: somebody who signs up waits for the link. */
export const job = schedule("* * * * * *", sendDueMails, {}, { onStart: true, quiet: true });

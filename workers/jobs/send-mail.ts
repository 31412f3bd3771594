import { sendDueMails } from "@/lib/identity/use-cases/send-due-mails";
import { everySecond } from "@/lib/transport/schedule";

/** Somebody who signs up waits for the link. */
export const job = everySecond(
  sendDueMails,
  {},
  {
    repeatable:
      "each mail is held by its row until it is marked as sent; one sent by a worker that ends before that comes twice",
  },
);

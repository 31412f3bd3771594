import { deliverMail } from "@/lib/identity/use-cases/deliver-mail";
import { MailDelivery } from "@/lib/identity/work";
import { longWork } from "@/lib/transport/long-work";

/** Somebody who signs up waits for the link: a slow carrier must not hold up the others. */
export const work = longWork(MailDelivery, deliverMail, {
  atOnce: 5,
  repeatable:
    "what is marked as sent is not sent again; by a worker that ends between the carrier and the mark it comes twice",
});

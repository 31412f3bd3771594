import { z } from "zod";
import { isPlainAddress } from "@/lib/platform/mail/plain-address";
import { Device, defineMail, Link } from "./define-mail";

/** To whoever asked for a new password, if there is an account. */
export const resetPassword = defineMail(
  z.strictObject({ link: Link, minutes: z.int().min(1).max(60).default(10) }),
  ({ link, minutes }, { t, button }) => ({
    subject: t("resetPassword.subject"),
    paragraphs: [t("resetPassword.text")],
    button: button(t("resetPassword.button"), link),
    smallPrint: [t("resetPassword.note", { minutes }), t("resetPassword.ignore")],
    footer: t("why.reset"),
  }),
);

/** `resetLink` leads to the page where a new password is asked for: it holds no token. */
export const passwordChanged = defineMail(
  z.strictObject({ ...Device, resetLink: Link }),
  ({ resetLink, ...device }, { t, button, facts }) => ({
    subject: t("passwordChanged.subject"),
    paragraphs: [t("passwordChanged.text"), t("nothingToDo"), t("notYou")],
    facts: facts(device),
    button: button(t("passwordChanged.button"), resetLink),
    footer: t("why.account"),
  }),
);

/** To the address that an account had until now. */
export const addressChanged = defineMail(
  z.strictObject({ ...Device, newAddress: z.string().refine(isPlainAddress, "must be one plain address") }),
  ({ newAddress, ...device }, { t, facts }) => ({
    subject: t("addressChanged.subject"),
    paragraphs: [t("addressChanged.text", { address: newAddress }), t("addressChanged.notYou")],
    facts: facts(device),
    footer: t("why.oldAddress"),
  }),
);

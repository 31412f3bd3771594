import { z } from "zod";
import { Device, defineMail, Link, type MailWords, type Said } from "./define-mail";

/** `link` leads to the security settings, for all of these. */
const Seen = { ...Device, link: Link };
const Factor = z.strictObject({ ...Seen, factor: z.enum(["totp", "passkey", "wallet"]) });

export const newSignIn = defineMail(z.strictObject(Seen), ({ link, ...device }, { t, button, facts }) => ({
  subject: t("newSignIn.subject"),
  paragraphs: [t("newSignIn.text"), t("nothingToDo"), t("notYou")],
  facts: facts(device),
  button: button(t("newSignIn.button"), link),
  footer: t("why.account"),
}));

const factorChanged =
  (kind: "secondFactorAdded" | "secondFactorRemoved") =>
  ({ link, factor, ...device }: z.output<typeof Factor>, { t, button, facts }: MailWords): Said => ({
    subject: t(`${kind}.subject`),
    paragraphs: [t(`${kind}.text`, { factor: t(`factors.${factor}`) }), t("nothingToDo"), t("notYou")],
    facts: facts(device),
    button: button(t("security"), link),
    footer: t("why.account"),
  });

export const secondFactorAdded = defineMail(Factor, factorChanged("secondFactorAdded"));
export const secondFactorRemoved = defineMail(Factor, factorChanged("secondFactorRemoved"));

/** `left`: the codes that are still unused. */
export const recoveryCodeUsed = defineMail(
  z.strictObject({ ...Seen, left: z.int().min(0) }),
  ({ link, left, ...device }, { t, button, facts }) => ({
    subject: t("recoveryCodeUsed.subject"),
    paragraphs: [t("recoveryCodeUsed.text"), t("recoveryCodeUsed.left", { left }), t("notYou")],
    facts: facts(device),
    button: button(t("security"), link),
    footer: t("why.account"),
  }),
);

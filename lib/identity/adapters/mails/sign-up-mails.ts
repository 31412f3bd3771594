import { z } from "zod";
import { defineMail, Link } from "./define-mail";

const Hours = z.int().min(1).max(240).default(24);

/** To whoever signs up: nothing is usable before the link was opened. */
export const verifyAddress = defineMail(
  z.strictObject({ link: Link, hours: Hours }),
  ({ link, hours }, { t, button }) => ({
    subject: t("verifyAddress.subject"),
    paragraphs: [t("verifyAddress.text")],
    button: button(t("verifyAddress.button"), link),
    smallPrint: [t("validHours", { hours }), t("verifyAddress.note")],
    footer: t("why.signUp"),
  }),
);

/** To the owner of an address with which somebody tried to sign up again; the page says the same in both cases. */
export const alreadyRegistered = defineMail(
  z.strictObject({ signInLink: Link, resetLink: Link }),
  ({ signInLink, resetLink }, { t, button }) => ({
    subject: t("alreadyRegistered.subject"),
    paragraphs: [t("alreadyRegistered.text"), t("alreadyRegistered.hint")],
    button: button(t("alreadyRegistered.signIn"), signInLink),
    otherLink: { label: t("alreadyRegistered.reset"), link: resetLink },
    smallPrint: [t("alreadyRegistered.note")],
    footer: t("why.signUp"),
  }),
);

/** To the address that an account is to have from now on. */
export const confirmAddress = defineMail(
  z.strictObject({ link: Link, hours: Hours }),
  ({ link, hours }, { t, button }) => ({
    subject: t("confirmAddress.subject"),
    paragraphs: [t("confirmAddress.text")],
    button: button(t("confirmAddress.button"), link),
    smallPrint: [t("validHours", { hours }), t("confirmAddress.note")],
    footer: t("why.newAddress"),
  }),
);

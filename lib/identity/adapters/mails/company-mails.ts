import { z } from "zod";
import { defineMail, Link, Name, Time } from "./define-mail";
import { shownText } from "./shown-text";

/** `keyId`: the open beginning of the key by which lists show it, never the key. `link` leads to the list. */
export const apiKeyCreated = defineMail(
  z.strictObject({
    company: Name,
    by: Name,
    name: Name,
    keyId: z.string().regex(/^[\w-]{1,24}$/, "must be the open part of the key, at most 24 characters"),
    at: Time,
    link: Link,
  }),
  ({ company, by, name, keyId, at, link }, { t, button, time }) => ({
    subject: t("apiKeyCreated.subject", { company }),
    paragraphs: [t("apiKeyCreated.text", { by, name, company })],
    code: keyId,
    facts: [{ label: t("time"), value: time(at) }],
    button: button(t("apiKeyCreated.button"), link),
    smallPrint: [t("apiKeyCreated.note")],
    footer: t("why.keeper", { company }),
  }),
);

const Reason = z.string().transform((text) => shownText(text, 300));

/** `link` leads to the audit log, for both. */
export const supportAccessStarted = defineMail(
  z.strictObject({ company: Name, at: Time, until: Time, reason: Reason.optional(), link: Link }),
  ({ company, at, until, reason, link }, { t, button, time }) => ({
    subject: t("supportAccessStarted.subject", { company }),
    paragraphs: [t("supportAccessStarted.text", { company, until: time(until) }), t("supportAccessStarted.note")],
    facts: [
      { label: t("time"), value: time(at) },
      ...(reason === undefined ? [] : [{ label: t("reason"), value: reason }]),
    ],
    button: button(t("supportAccessStarted.button"), link),
    footer: t("why.keeper", { company }),
  }),
);

/** To who kept the company, after its closing; there is nothing that they could open. */
export const companyClosed = defineMail(
  z.strictObject({ company: Name, at: Time, reason: Reason }),
  ({ company, at, reason }, { t, time }) => ({
    subject: t("companyClosed.subject", { company }),
    paragraphs: [t("companyClosed.text", { company }), t("companyClosed.kept")],
    facts: [
      { label: t("time"), value: time(at) },
      { label: t("reason"), value: reason },
    ],
    smallPrint: [t("companyClosed.note")],
    footer: t("why.keeper", { company }),
  }),
);

export const supportAccessEnded = defineMail(
  z.strictObject({ company: Name, at: Time, link: Link }),
  ({ company, at, link }, { t, button, time }) => ({
    subject: t("supportAccessEnded.subject", { company }),
    paragraphs: [t("supportAccessEnded.text", { company }), t("supportAccessEnded.note")],
    facts: [{ label: t("time"), value: time(at) }],
    button: button(t("supportAccessEnded.button"), link),
    footer: t("why.keeper", { company }),
  }),
);

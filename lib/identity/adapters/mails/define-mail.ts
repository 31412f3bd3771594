import { createTranslator } from "next-intl";
import { z } from "zod";
import { messages } from "@/lib/i18n/messages";
import { absoluteTime } from "@/lib/i18n/time-format";
import type { Locale } from "@/lib/kernel/context";
import type { MailContent, MailLink, RenderedMail } from "@/lib/platform/mail/mail-content";
import { renderMail } from "@/lib/platform/mail/render-mail";
import { shownText } from "./shown-text";

/** Parameters survive JSON: a queue keeps them and renders when it sends. */
export const Link = z.url({ protocol: /^https?$/ });
export const Time = z.iso.datetime();
/** A company's or a person's name, or another short text of theirs. */
export const Name = z.string().transform((text) => shownText(text));
/** Where something was done from; null where it isn't known. */
export const Device = {
  at: Time,
  ip: z.union([z.ipv4(), z.ipv6()]).nullable().default(null),
  browser: Name.nullable().default(null),
};
type Device = { at: string; ip: string | null; browser: string | null };

/** The words of mails in one language, and what is set in all of them alike. */
function wordsOf(locale: Locale) {
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: "mail",
    timeZone: "UTC",
    onError(error) {
      throw error;
    },
  });
  return {
    t,
    time: (iso: string) => absoluteTime(locale, iso),
    button: (label: string, link: string): MailLink & { fallback: string } => ({
      label,
      link,
      fallback: t("fallback"),
    }),
    facts: ({ at, ip, browser }: Device) => [
      { label: t("time"), value: absoluteTime(locale, at) },
      { label: t("ip"), value: ip ?? t("unknown") },
      { label: t("browser"), value: browser ?? t("unknown") },
    ],
  };
}
export type MailWords = ReturnType<typeof wordsOf>;

const words = { en: wordsOf("en"), zh: wordsOf("zh") } as const satisfies Record<Locale, MailWords>;

/** A mail as its words say it; the heading is the subject unless it is another. */
export type Said = Omit<MailContent, "locale" | "heading"> & { heading?: string };

export type MailTemplate<S extends z.ZodType> = {
  /** Throws a ZodError where `params` aren't what the mail needs. */
  (params: z.input<S>, locale: Locale): RenderedMail;
  params: S;
  /** The same for parameters that come back from a store and could be anything. */
  fromStored(params: unknown, locale: Locale): RenderedMail;
};

export function defineMail<S extends z.ZodType>(
  params: S,
  say: (params: z.output<S>, words: MailWords) => Said,
): MailTemplate<S> {
  const fromStored = (stored: unknown, locale: Locale) => {
    const said = say(params.parse(stored), words[locale]);
    return renderMail({ heading: said.subject, ...said, locale });
  };
  return Object.assign((given: z.input<S>, locale: Locale) => fromStored(given, locale), { params, fromStored });
}

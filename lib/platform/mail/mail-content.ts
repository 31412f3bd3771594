import type { Locale } from "@/lib/kernel/context";

/** A place to go; `link` is an http(s) address. */
export type MailLink = { label: string; link: string };

/** What a mail says, as plain text throughout: whoever renders it escapes it. */
export type MailContent = {
  locale: Locale;
  subject: string;
  heading: string;
  /** What happened first; below it stand code and facts, then the rest: what to do. */
  paragraphs: readonly [string, ...string[]];
  /** Facts line by line: time, address, device. */
  facts?: readonly { label: string; value: string }[];
  /** The one thing to do; `fallback` introduces the same link written out. */
  button?: MailLink & { fallback: string };
  /** Something to read off or copy, set in one width. */
  code?: string;
  /** A second way, less prominent than the button. */
  otherLink?: MailLink;
  smallPrint?: readonly string[];
  /** Why this person got this mail. */
  footer: string;
};

export type RenderedMail = { subject: string; text: string; html: string };

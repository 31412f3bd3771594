import { createTranslator } from "next-intl";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/kernel/context";

/** The words of a fleet's files, in the reader's language. */
export const fleetWords = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale], timeZone: "UTC", namespace: "fleet" });

export type FleetWords = ReturnType<typeof fleetWords>;

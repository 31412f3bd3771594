"use client";

import { useTranslations } from "next-intl";
import { TextField } from "../form/text-field";

/** Today and the last day that a key may have, `2026-11-26`. */
export type KeyDays = { first: string; last: string };

/** The day after which a key is over. */
export function LastDayField({ days, hint }: { days: KeyDays; hint: string }) {
  const t = useTranslations("account.keys");
  return <TextField name="expires_at" type="date" min={days.first} max={days.last} label={t("expires")} hint={hint} />;
}

import { createTranslator } from "next-intl";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/kernel/context";
import type { ExportColumn } from "@/lib/platform/spreadsheet/export-column";
import { deviceWords } from "../core/device-words";
import type { LoginRow } from "../data/login-record-list";

/** The columns of a list of sign-ins as a file. Codes stay codes: programs read them, in every language the same. */
export function loginColumns(locale: Locale): ExportColumn<LoginRow>[] {
  const t = createTranslator({ locale, messages: messages[locale], timeZone: "UTC", namespace: "admin.logins" });
  return [
    { header: t("time"), value: (row) => row.loginTime },
    { header: t("address"), value: (row) => row.email },
    { header: t("outcome"), value: (row) => row.outcome },
    { header: t("method"), value: (row) => row.method },
    { header: t("ip"), value: (row) => row.ipAddress },
    { header: t("device"), value: (row) => deviceWords(row.userAgent) },
    { header: t("userAgent"), value: (row) => row.userAgent },
  ];
}

import { useTranslations } from "next-intl";
import { deviceKind, deviceWords } from "@/lib/identity/core/device-words";

/** A device in words: "Chrome on Windows", what it called itself on hover. */
export function Device({ userAgent }: { userAgent: string }) {
  const t = useTranslations("admin.device");
  const { browser, system } = deviceKind(userAgent);
  const text =
    browser && system
      ? t("on", { browser, system })
      : (browser ?? system ?? (userAgent ? deviceWords(userAgent) : t("unknown")));
  return <span title={userAgent || undefined}>{text}</span>;
}

import { getLocale, getTranslations } from "next-intl/server";
import { EntryDetail } from "@/components/audit/entry-detail";
import { actionName } from "@/components/audit/names";
import { Drawer } from "@/components/ui/drawer";
import { EmptyState } from "@/components/ui/empty-state";
import { getAuditEntry } from "@/lib/audit/use-cases/get-audit-entry";
import { AppError } from "@/lib/kernel/errors";
import { load } from "@/lib/transport/load";

/** The entry that the address names, beside the list. */
export async function OpenEntry({ id, closeHref }: { id: string; closeHref: string }) {
  const [t, actions, locale] = await Promise.all([getTranslations("audit"), getTranslations("actions"), getLocale()]);
  const entry = await ifFound(load(getAuditEntry, { id }, locale));
  return (
    <Drawer title={entry ? actionName(actions, entry.use_case) : t("entryGone")} closeHref={closeHref}>
      {entry ? <EntryDetail entry={entry} /> : <EmptyState title={t("entryGone")} text={t("entryGoneText")} />}
    </Drawer>
  );
}

async function ifFound<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

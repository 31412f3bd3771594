import { getLocale, getTranslations } from "next-intl/server";
import { DeadDetail } from "@/components/admin/dlq/dead-detail";
import type { ReplayAction } from "@/components/admin/dlq/replay-button";
import { Drawer } from "@/components/ui/drawer";
import { EmptyState } from "@/components/ui/empty-state";
import { getDead } from "@/lib/admin/use-cases/dlq/get-dead";
import { AppError } from "@/lib/kernel/errors";
import { load } from "@/lib/transport/load";

type Props = { eventId: string; closeHref: string; replay: ReplayAction };

/** The event that the address names, beside the list. */
export async function OpenDead({ eventId, closeHref, replay }: Props) {
  const [t, locale] = await Promise.all([getTranslations("admin.dlq"), getLocale()]);
  const dead = await load(getDead, { event_id: eventId }, locale).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  return (
    <Drawer title={dead?.groups[0]?.kind ?? t("gone")} closeHref={closeHref}>
      {dead ? <DeadDetail dead={dead} replay={replay} /> : <EmptyState title={t("gone")} text={t("goneText")} />}
    </Drawer>
  );
}

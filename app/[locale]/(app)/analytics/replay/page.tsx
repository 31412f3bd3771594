import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Replay } from "@/components/analytics/replay/replay";
import { ClientMessages } from "@/components/layout/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { findKnownRange } from "@/lib/analytics/use-cases/find-known-range";
import { load } from "@/lib/transport/load";
import { ifAllowed } from "../../../(admin)/admin/allowed";
import { pageMachines } from "../../../machines";
import { pageFleet } from "../page-fleet";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replay");
  return { title: t("title") };
}

/** What a fleet would have earned in the past. The address is the form; the answer comes over REST. */
export default async function ReplayPage() {
  const locale = await getLocale();
  const t = await getTranslations("replay");
  const found = await ifAllowed(
    Promise.all([load(findKnownRange, {}, locale), pageMachines(locale), pageFleet(locale)]),
  );
  // Whoever may not read analytics is told so by the layout.
  if (found === null) return null;
  const [known, models, { machines }] = found;
  if (known === null) return <EmptyState title={t("unknown.title")} text={t("unknown.text")} />;
  return (
    <ClientMessages namespaces={["analytics", "replay", "calculator"]}>
      <Replay known={known} models={models} ownMachines={machines} />
    </ClientMessages>
  );
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Curtailment } from "@/components/analytics/curtailment/curtailment";
import { ClientMessages } from "@/components/layout/client-messages";
import { findKnownRange } from "@/lib/analytics/use-cases/find-known-range";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { load } from "@/lib/transport/load";
import { ifAllowed } from "../../../(admin)/admin/allowed";
import { pageMachines } from "../../../machines";
import { pageMarket } from "../../../market";
import { pageFleet } from "../page-fleet";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("curtailment");
  return { title: t("title") };
}

/** When a fleet should be off, and from which price of power on. The address is the form; the answer comes over REST. */
export default async function CurtailmentPage() {
  const locale = await getLocale();
  const found = await ifAllowed(
    Promise.all([load(findKnownRange, {}, locale), pageMachines(locale), pageFleet(locale), pageMarket(locale)]),
  );
  // Whoever may not read analytics is told so by the layout.
  if (found === null) return null;
  const [known, models, { machines }, market] = found;
  return (
    <ClientMessages namespaces={["analytics", "curtailment", "calculator"]}>
      <Curtailment
        firstDay={yearBefore(known?.to ?? isoDate(Date.now()))}
        models={models}
        ownMachines={machines}
        hashpriceNow={market.hashprice_usd_per_ph_day.value}
      />
    </ClientMessages>
  );
}

/** The first of the twelve whole months before a day's: their hashprice is history. */
function yearBefore(day: string): string {
  const last = new Date(utcDateMs(day));
  return isoDate(Date.UTC(last.getUTCFullYear() - 1, last.getUTCMonth(), 1));
}

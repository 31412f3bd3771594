import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Calculator } from "@/components/calculator/calculator";
import { computeOutcome } from "@/components/calculator/compute-outcome";
import { requestOf } from "@/components/calculator/request-of";
import { ClientMessages } from "@/components/layout/client-messages";
import type { Draft } from "@/lib/calculator/core/draft";
import { readLink } from "@/lib/calculator/core/link";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import { calculateProfitability } from "@/lib/calculator/use-cases/calculate-profitability";
import { isoDate } from "@/lib/kernel/calendar";
import { load } from "@/lib/transport/load";
import { pageMachines } from "../../machines";
import { pageMarket } from "../../market";
import { type Address, queryOf } from "../../query-of";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calculator.meta");
  return { title: t("title"), description: t("description") };
}

type Props = { searchParams: Promise<Address> };

/** Public and complete without a script: the address is the input, the answer is in the page. */
export default async function CalculatorPage({ searchParams }: Props) {
  const locale = await getLocale();
  const query = await queryOf(searchParams);
  const link = readLink(query);
  const [market, machines] = await Promise.all([pageMarket(locale), pageMachines(locale)]);
  const around = { market, pinned: link.pinned, today: isoDate(Date.now()) };
  const answerTo = (draft: Draft) => computeOutcome(draft, machineOfDraft(machines, draft), around);
  const initial = link.scenarios.map(answerTo);
  const first = initial[0]?.futures ? initial[0] : answerTo({});
  if (!first.futures || !first.result) throw new Error("The calculator's first inputs are not valid.");
  const { chart_bands, payback_probability, assumptions } = await load(
    calculateProfitability,
    requestOf(first.futures),
    locale,
  );
  return (
    <ClientMessages namespaces={["calculator"]}>
      <Calculator
        link={link}
        machines={machines}
        market={market}
        today={around.today}
        initial={initial}
        fallback={{ ...first, result: first.result }}
        brokenMarket={query.has("s") && !link.pinned}
        futures={{ chart_bands, payback_probability, assumptions }}
      />
    </ClientMessages>
  );
}

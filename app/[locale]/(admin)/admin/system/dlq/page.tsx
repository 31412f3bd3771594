import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeadStats } from "@/components/admin/dlq/dead-stats";
import { DeadTable } from "@/components/admin/dlq/dead-table";
import { RefreshWhile } from "@/components/admin/dlq/refresh-while";
import { ReplayButton } from "@/components/admin/dlq/replay-button";
import { ReplayTable } from "@/components/admin/dlq/replay-table";
import { EmptyList } from "@/components/admin/empty-list";
import { ChoiceFilter, TextFilter } from "@/components/admin/filter-fields";
import { FilterForm } from "@/components/admin/filter-form";
import { PageHead } from "@/components/admin/page-head";
import { Pager } from "@/components/admin/pager";
import { Recheck } from "@/components/admin/system/recheck";
import { ClientMessages } from "@/components/layout/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { type AddressQuery, readAddress, SERIAL, UUID } from "@/lib/admin/core/address-query";
import { listDead } from "@/lib/admin/use-cases/dlq/list-dead";
import { listReplays } from "@/lib/admin/use-cases/dlq/list-replays";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../../closed-page";
import { ifAllowed } from "../../allowed";
import { replay } from "./actions";
import { deadFilter, SPANS_H } from "./dead-filter";
import { OpenDead } from "./open-dead";

const REPLAYS = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.dlq");
  return { title: t("title") };
}

/** Events that a consumer could not take: how many, which, why, and who had them replayed. */
export default async function DeadEventsPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, asked] = await Promise.all([getTranslations("admin.dlq"), searchParams]);
  const filter = deadFilter(asked);
  const { aggregate_key: key, ...rest } = filter;
  const address = readAddress(asked);
  const cursor = address.cursor(SERIAL);
  const opened = address.text("event");
  const found = await ifAllowed(
    Promise.all([load(listDead, { ...filter, cursor }, locale), load(listReplays, { limit: REPLAYS }, locale)]),
  );
  if (found === null) return <ClosedPage title={t("title")} isPlatform />;
  const [dead, replays] = found;
  const to = (query: Parameters<typeof paths.deadEvents>[1]) => paths.deadEvents(locale, { ...rest, key, ...query });
  const groups = [...new Set([...dead.stats.map(({ group }) => group), ...(rest.group ? [rest.group] : [])])].sort();
  const spans = [...new Set([...SPANS_H, ...(rest.hours ? [rest.hours] : [])])].sort((a, b) => a - b);
  const shown = [rest.group, key, rest.hours === undefined ? undefined : t("spans", { hours: rest.hours })].filter(
    (part) => part !== undefined,
  );

  return (
    <ClientMessages namespaces={["admin", "identity"]}>
      <div className="page grid grid-cols-1 gap-8 py-6">
        <PageHead
          title={t("title")}
          note={t("note")}
          tools={
            <>
              <Recheck />
              <ReplayButton filter={filter} replay={replay} isEmpty={dead.stats.length === 0} />
            </>
          }
        />
        <RefreshWhile isBusy={replays.items.some(({ state }) => state === "waiting")} />
        {dead.stats.length === 0 ? (
          <EmptyState title={t("allGood")} text={t("allGoodText")} />
        ) : (
          <DeadStats stats={dead.stats} />
        )}
        {dead.stats.length > 0 && (
          <Section title={t("events")} id="events" className="grid grid-cols-1 gap-4">
            <FilterForm action={paths.deadEvents(locale)}>
              <ChoiceFilter
                name="group"
                label={t("group")}
                value={rest.group ?? ""}
                className="w-full sm:w-auto"
                options={[{ value: "", label: t("allGroups") }, ...groups.map((value) => ({ value, label: value }))]}
              />
              <TextFilter name="key" label={t("aggregate")} value={key ?? ""} className="w-full sm:w-64" />
              <ChoiceFilter
                name="hours"
                label={t("failed")}
                value={String(rest.hours ?? "")}
                options={[
                  { value: "", label: t("anyTime") },
                  ...spans.map((hours) => ({ value: String(hours), label: t("spans", { hours }) })),
                ]}
              />
            </FilterForm>
            {dead.items.length === 0 ? (
              <EmptyList filters={shown} clearHref={paths.deadEvents(locale)} title={t("none")} />
            ) : (
              <DeadTable
                items={dead.items}
                hrefOf={Object.fromEntries(
                  dead.items.map(({ event_id }) => [event_id, to({ cursor, event: event_id })]),
                )}
              />
            )}
            <Pager
              next={dead.next_cursor && to({ cursor: dead.next_cursor })}
              first={cursor === undefined ? null : to({})}
            />
          </Section>
        )}
        {opened !== undefined && UUID.test(opened) && (
          <OpenDead eventId={opened} closeHref={to({ cursor })} replay={replay} />
        )}
        <Section title={t("replays.title")} id="replays" note={t("replays.note")}>
          {replays.items.length === 0 ? (
            <EmptyState title={t("replays.empty")} text={t("replays.emptyText")} />
          ) : (
            <ReplayTable items={replays.items} />
          )}
        </Section>
      </div>
    </ClientMessages>
  );
}

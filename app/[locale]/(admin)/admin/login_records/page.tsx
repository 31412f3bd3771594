import Download from "lucide-react/icons/download";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyList } from "@/components/admin/empty-list";
import { ChoiceFilter, DayFilter, SearchFilter } from "@/components/admin/filter-fields";
import { FilterForm } from "@/components/admin/filter-form";
import { LoginTable } from "@/components/admin/logins/login-table";
import { PageHead } from "@/components/admin/page-head";
import { Pager } from "@/components/admin/pager";
import { ClientMessages } from "@/components/layout/client-messages";
import { buttonStyle } from "@/components/ui/button-style";
import { type AddressQuery, readAddress, SERIAL } from "@/lib/admin/core/address-query";
import { dateText } from "@/lib/i18n/time-format";
import { LOGIN_OUTCOMES } from "@/lib/identity/core/members/login-outcomes";
import { listLogins } from "@/lib/identity/use-cases/members/list-logins";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../closed-page";
import { ifAllowed } from "../allowed";
import { loginFilter } from "./login-filter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.logins");
  return { title: t("title") };
}

/** Every sign-in to the company and every attempt at one. */
export default async function LoginRecordsPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, asked] = await Promise.all([getTranslations("admin.logins"), searchParams]);
  const filter = loginFilter(asked);
  const cursor = readAddress(asked).cursor(SERIAL);
  const page = await ifAllowed(load(listLogins, { ...filter, cursor }, locale));
  if (page === null) return <ClosedPage title={t("title")} />;
  const here = paths.loginRecords(locale);
  const shown = [
    filter.search,
    filter.outcome && t(`outcomes.${filter.outcome}`),
    filter.from && t("fromDay", { day: dateText(locale, filter.from) }),
    filter.to && t("toDay", { day: dateText(locale, filter.to) }),
  ].filter((part) => part !== undefined);

  return (
    <ClientMessages namespaces={["admin"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <PageHead
          title={t("title")}
          note={t("note")}
          tools={
            <a href={paths.loginRecordsFile(locale, filter)} download className={buttonStyle()}>
              <Download aria-hidden="true" />
              {t("file")}
            </a>
          }
        />
        <FilterForm action={here}>
          <SearchFilter name="search" label={t("search")} value={filter.search ?? ""} placeholder={t("searchHint")} />
          <ChoiceFilter
            name="outcome"
            label={t("outcome")}
            value={filter.outcome ?? ""}
            className="w-full sm:w-auto"
            options={[
              { value: "", label: t("allOutcomes") },
              { value: "failed", label: t("outcomes.failed") },
              ...LOGIN_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) })),
            ]}
          />
          <DayFilter name="from" label={t("from")} value={filter.from ?? ""} />
          <DayFilter name="to" label={t("to")} value={filter.to ?? ""} />
        </FilterForm>
        {page.items.length === 0 ? (
          <EmptyList filters={shown} clearHref={here} title={t("empty")} text={t("emptyText")} />
        ) : (
          <LoginTable items={page.items} />
        )}
        <Pager
          next={page.next_cursor && paths.loginRecords(locale, { ...filter, cursor: page.next_cursor })}
          first={cursor === undefined ? null : paths.loginRecords(locale, filter)}
        />
      </div>
    </ClientMessages>
  );
}

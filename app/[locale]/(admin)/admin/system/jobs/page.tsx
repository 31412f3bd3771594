import ChevronLeft from "lucide-react/icons/chevron-left";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/admin/page-head";
import { JobBoard } from "@/components/admin/system/job-board";
import { Recheck } from "@/components/admin/system/recheck";
import { WorkTable } from "@/components/admin/system/work-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";
import { listJobs } from "@/lib/admin/use-cases/list-jobs";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { watchWork } from "@/lib/work/use-cases/watch-work";
import { ClosedPage } from "../../../../closed-page";
import { ifAllowed } from "../../allowed";
import { run, stop } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system.jobs");
  return { title: t("title") };
}

/** What the worker does by the clock, for the platform's administrators: its last runs, its next ones, and run now. */
export default async function JobsPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, asked] = await Promise.all([getTranslations("admin.system"), searchParams]);
  const found = await ifAllowed(Promise.all([load(listJobs, {}, locale), load(watchWork, {}, locale)]));
  if (found === null) return <ClosedPage title={t("jobs.title")} isPlatform />;
  const [jobs, work] = found;
  return (
    <ClientMessages namespaces={["admin", "identity"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <div className="grid gap-1">
          <Link
            href={paths.system(locale)}
            className="touch -ml-1 inline-flex items-center gap-1 justify-self-start text-muted hover:text-text"
          >
            <ChevronLeft aria-hidden="true" className="size-4" />
            {t("title")}
          </Link>
          <PageHead title={t("jobs.title")} note={t("jobs.note")} tools={<Recheck />} />
        </div>
        {jobs.jobs.length === 0 ? (
          <EmptyState title={t("jobs.empty")} text={t("jobs.emptyText")} />
        ) : (
          <JobBoard initial={jobs} chosen={readAddress(asked).text("job")} run={run} />
        )}
        <Section id="work" title={t("work.title")} note={t("work.note")}>
          <WorkTable work={work} stop={stop} />
        </Section>
      </div>
    </ClientMessages>
  );
}

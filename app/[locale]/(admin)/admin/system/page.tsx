import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/admin/page-head";
import { AuditStats } from "@/components/admin/system/audit-stats";
import { EventStats } from "@/components/admin/system/event-stats";
import { JobTable } from "@/components/admin/system/job-table";
import { LagTable } from "@/components/admin/system/lag-table";
import { MachineStats } from "@/components/admin/system/machine-stats";
import { MailStats } from "@/components/admin/system/mail-stats";
import { ObjectiveTable } from "@/components/admin/system/objective-table";
import { Recheck } from "@/components/admin/system/recheck";
import { SourceTable } from "@/components/admin/system/source-table";
import { Verdict } from "@/components/admin/system/verdict";
import { ClientMessages } from "@/components/layout/client-messages";
import { MoreLink } from "@/components/overview/more-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { getSystemStatus } from "@/lib/admin/use-cases/get-system-status";
import { getSloHealth } from "@/lib/intelligence/use-cases/get-slo-health";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../closed-page";
import { ifAllowed } from "../allowed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.system");
  return { title: t("title") };
}

/** How the machinery fares: the answer first, then each part of it. */
export default async function SystemPage() {
  const locale = await getLocale();
  const t = await getTranslations("admin.system");
  const status = await ifAllowed(load(getSystemStatus, {}, locale));
  if (status === null) return <ClosedPage title={t("title")} />;
  const slo = await load(getSloHealth, {}, locale);
  const whose = t(`scope.${status.scope}`);
  return (
    <ClientMessages namespaces={["admin"]}>
      <div className="page grid grid-cols-1 gap-8 py-6">
        <PageHead title={t("title")} tools={<Recheck />} />
        <Verdict status={status} />
        <MachineStats status={status} />
        <Section title={t("jobs.title")} id="jobs" note={t("jobs.note")}>
          {status.jobs.length === 0 ? (
            <EmptyState title={t("jobs.empty")} text={t("jobs.emptyText")} />
          ) : (
            <JobTable jobs={status.jobs} />
          )}
          {status.scope === "installation" && <MoreLink href={paths.systemJobs(locale)}>{t("jobs.all")}</MoreLink>}
        </Section>
        <Section title={t("sources.title")} id="sources">
          {status.sources.length === 0 ? (
            <EmptyState title={t("sources.empty")} text={t("sources.emptyText")} />
          ) : (
            <SourceTable sources={status.sources} />
          )}
        </Section>
        <Section title={t("events.title")} id="events" note={t(`events.transports.${status.events.transport}`)}>
          <EventStats events={status.events} isPlatform={status.scope === "installation"} />
          {status.events.lag !== null && status.events.lag.length > 0 && <LagTable lag={status.events.lag} />}
        </Section>
        <Section title={t("slo.title")} id="slo" note={t("slo.note", { days: slo.period_days })}>
          <ObjectiveTable objectives={slo.objectives} />
        </Section>
        <Section title={t("mail.title")} id="mail" note={whose}>
          <MailStats mail={status.mail} />
        </Section>
        <Section title={t("audit.title")} id="audit" note={whose}>
          <AuditStats audit={status.audit} />
        </Section>
      </div>
    </ClientMessages>
  );
}

import { useTranslations } from "next-intl";
import type { JobStatus } from "@/lib/admin/schemas";
import { Table } from "../../ui/table";
import { useJobColumns } from "./job-columns";

/** What the worker does by the clock, and how it went. */
export function JobTable({ jobs }: { jobs: readonly JobStatus[] }) {
  const t = useTranslations("admin.system.jobs");
  const columns = Object.values(useJobColumns());
  return <Table caption={t("title")} columns={columns} rows={jobs} rowKey={(job) => job.name} />;
}

import { slug } from "@/lib/kernel/file-name";
import type { ReportFormat } from "../../core/report-formats";
import type { Report } from "./report";

/** `hashinsight-antminer-s21-200t-2026-11-23.pdf`: ASCII, the first machine and how many stand beside it, the UTC day. */
export function fileName({ scenarios, madeAt }: Pick<Report, "scenarios" | "madeAt">, format: ReportFormat): string {
  const machine = slug(scenarios[0]?.name ?? "") || "custom-machine";
  const others = scenarios.length > 1 ? `-and-${scenarios.length - 1}-more` : "";
  return `hashinsight-${machine}${others}-${madeAt.slice(0, 10)}.${format}`;
}

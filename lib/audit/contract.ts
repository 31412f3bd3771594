import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { NoInput } from "@/lib/kernel/use-case";
import { AuditDetail, AuditEntryId, AuditPage, AuditVerdict, ExportAudit, ListAudit } from "./schemas";

export const auditContract = {
  list: contract("GET /api/audit", {
    summary: "Who changed what, newest first",
    permission: "audit:read",
    input: ListAudit,
    output: AuditPage,
  }),
  get: contract("GET /api/audit/{id}", {
    summary: "One entry with what was there before and after, and the difference",
    permission: "audit:read",
    input: AuditEntryId,
    output: AuditDetail,
  }),
  verify: contract("GET /api/audit/verify", {
    summary: "Whether the log is what was sealed: every hash, and every signed checkpoint",
    permission: "audit:read",
    input: NoInput,
    output: AuditVerdict,
  }),
  export: contract("GET /api/audit/export", {
    summary: "The log as a file, oldest first; its last line is signed",
    permission: "audit:read",
    input: ExportAudit,
    output: z.string().meta({ format: "binary" }),
    produces: "application/octet-stream",
  }),
};

import { z } from "zod";
import { isoDate } from "@/lib/kernel/calendar";
import { query } from "@/lib/kernel/use-case";
import { csvFile } from "@/lib/platform/spreadsheet/csv-file";
import { loginColumns } from "../../adapters/login-file";
import { ListLogins } from "../../core/members/login-schemas";
import { timeRange } from "../../core/members/time-range";
import { listLoginRecords } from "../../data/login-record-list";
import { companyOf } from "./here";

/** More than anybody reads; a narrower span of time gives the rest. */
const MOST_ROWS = 20_000;

/** The sign-ins to the company and attempts at them that a filter leaves, the newest first, as CSV in the reader's language. */
export const exportLogins = query({
  name: "members.login.export",
  permission: "logins:read",
  input: ListLogins.pick({ search: true, outcome: true, from: true, to: true }),
  output: z.object({
    file_name: z.string(),
    content_type: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  async run(ctx, { search, outcome, ...span }) {
    const filter = { search, outcome, ...timeRange(span) };
    const { rows } = await listLoginRecords(ctx, { tenantId: companyOf(ctx) }, filter, { limit: MOST_ROWS });
    return {
      file_name: `sign-ins-${isoDate(ctx.now().getTime())}.csv`,
      content_type: "text/csv; charset=utf-8",
      bytes: csvFile(loginColumns(ctx.locale), rows),
    };
  },
});

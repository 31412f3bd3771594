import { z } from "zod";
import { readUnits } from "@/lib/i18n/unit-preference";
import { query } from "@/lib/kernel/use-case";
import { currentMarket } from "@/lib/market/index";
import { paths } from "@/lib/paths";
import { fileName } from "../adapters/report/file-name";
import { renderReport } from "../adapters/report/render-report";
import { CONTENT_TYPES } from "../adapters/report/report";
import { readLink, writeLink } from "../core/link";
import { pinMarket } from "../core/link-market";
import { REPORT_FORMATS } from "../core/report-formats";
import { calculateLink } from "./calculate-link";

export const ReportInput = z.strictObject({
  format: z.enum(REPORT_FORMATS, { error: "Choose pdf, csv or xlsx." }),
  query: z.string().max(8000, { error: "This address is too long." }).meta({ description: "Of the calculator's link" }),
  origin: z.url().meta({ description: "Where the report's own link leads" }),
  units: z.string().optional().meta({ description: "The reader's choice of units, as in the cookie" }),
});

export const ReportFile = z.object({
  file_name: z.string(),
  content_type: z.string(),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
});

/** The calculation of a link as a file in the reader's language: the same figures as on the page. */
export const makeReport = query({
  name: "calculator.report",
  permission: "public",
  input: ReportInput,
  output: ReportFile,
  async run(ctx, { format, query: text, origin, units }) {
    const madeAt = ctx.now().toISOString();
    const link = readLink(new URLSearchParams(text));
    const scenarios = await calculateLink(ctx, link);
    // What the reader opens later is this calculation, not the one of that day.
    const kept = writeLink({ ...link, pinned: link.pinned ?? pinMarket(await currentMarket(ctx), madeAt) });
    const report = {
      locale: ctx.locale,
      units: readUnits(units),
      madeAt,
      link: `${new URL(paths.calculator(ctx.locale), origin)}?${kept}`,
      pinnedAt: link.pinned?.at ?? null,
      scenarios,
    };
    const bytes = await renderReport(report, format);
    return { file_name: fileName(report, format), content_type: CONTENT_TYPES[format], bytes };
  },
});

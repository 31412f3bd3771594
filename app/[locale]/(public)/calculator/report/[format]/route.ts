import { cookies } from "next/headers";
import { isReportFormat } from "@/lib/calculator/core/report-formats";
import { makeReport } from "@/lib/calculator/use-cases/make-report";
import { UNITS_COOKIE } from "@/lib/i18n/unit-preference";
import { AppError } from "@/lib/kernel/errors";
import { publicOrigin } from "@/lib/transport/client-info";
import { download } from "@/lib/transport/download";
import { reportLimiter } from "@/lib/transport/limiter";

export const GET = download(makeReport, {
  limiter: reportLimiter,
  input: async (request, { format }) => {
    if (!isReportFormat(format)) throw new AppError("not_found", "Reports come as pdf, csv or xlsx.");
    const units = (await cookies()).get(UNITS_COOKIE)?.value;
    return { format, query: new URL(request.url).search.slice(1), origin: publicOrigin(request.headers), units };
  },
});

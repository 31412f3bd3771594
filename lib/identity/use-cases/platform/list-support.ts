import type { z } from "zod";
import { query } from "@/lib/kernel/use-case";
import { ListSupport, SupportPage } from "../../core/platform/schemas";
import { toSupportItem } from "../../core/platform/support-item";
import { listSupportAccess } from "../../data/support-access";
import { companyOf } from "../members/here";

/** Who of the platform looked into the company, when and why. */
export const listSupport = query({
  name: "platform.support.list",
  permission: "company:read",
  input: ListSupport,
  output: SupportPage,
  run: async (ctx, paging) => toPage(await listSupportAccess(ctx, companyOf(ctx), paging), ctx.now()),
});

/** Every look into a company, for the platform's administrators. */
export const listAllSupport = query({
  name: "platform.support.list-all",
  permission: "platform:read",
  input: ListSupport,
  output: SupportPage,
  run: async (ctx, paging) => toPage(await listSupportAccess(ctx, null, paging), ctx.now()),
});

const toPage = (
  { rows, next, total }: Awaited<ReturnType<typeof listSupportAccess>>,
  now: Date,
): z.input<typeof SupportPage> => ({ items: rows.map((row) => toSupportItem(row, now)), next_cursor: next, total });

import type { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { ListLogins, ListOwnLogins, LoginPage } from "../../core/members/login-schemas";
import { timeRange } from "../../core/members/time-range";
import { type LoginRow, listLoginRecords } from "../../data/login-record-list";
import { companyOf } from "./here";

/** A person's own sign-ins and attempts at them, in whichever company. */
export const listOwnLogins = query({
  name: "members.login.list-own",
  permission: "account",
  input: ListOwnLogins,
  output: LoginPage,
  async run(ctx, { outcome, limit, cursor, ...span }) {
    if (!ctx.session) throw new AppError("unauthenticated", "Sign in first.");
    const filter = { outcome, ...timeRange(span) };
    return page(await listLoginRecords(ctx, { userId: ctx.session.userId }, filter, { limit, cursor }));
  },
});

/** Sign-ins to the company and attempts at them. */
export const listLogins = query({
  name: "members.login.list",
  permission: "logins:read",
  input: ListLogins,
  output: LoginPage,
  async run(ctx, { search, outcome, limit, cursor, ...span }) {
    const filter = { search, outcome, ...timeRange(span) };
    return page(await listLoginRecords(ctx, { tenantId: companyOf(ctx) }, filter, { limit, cursor }));
  },
});

const page = ({ rows, next }: { rows: LoginRow[]; next: string | null }): z.input<typeof LoginPage> => ({
  items: rows.map((row) => ({
    id: String(row.id),
    user_id: row.userId,
    email: row.email,
    login_time: row.loginTime.toISOString(),
    ip_address: row.ipAddress,
    user_agent: row.userAgent,
    method: row.method,
    outcome: row.outcome,
  })),
  next_cursor: next,
});

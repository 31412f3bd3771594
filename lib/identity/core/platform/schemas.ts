import { z } from "zod";
import { Id, NextPage, Paging, Search, Time } from "../members/fields";
import { SUPPORT_MAX_MINUTES } from "./support-state";

export const ListTenants = z.strictObject({
  search: Search.optional().meta({ description: "Part of a company's name, or its id" }),
  state: z.enum(["open", "closed", "all"], { error: "Choose open, closed or all." }).default("all"),
  ...Paging,
});
export const TenantItem = z
  .object({
    id: z.uuid(),
    name: z.string(),
    plan: z.string(),
    members: z.int().min(0).meta({ description: "People with access" }),
    is_demo: z.boolean(),
    created_at: Time,
    closed_at: Time.nullable(),
  })
  .meta({ id: "Tenant" });
export type TenantItem = z.output<typeof TenantItem>;
export const TenantPage = z.object({ items: z.array(TenantItem), ...NextPage });

const Reason = z
  .string({ error: "Say why: the company reads it." })
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
      .replace(/\p{Cf}/gu, "")
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(10, { error: "Say why in 10 characters or more: the company reads it." })
      .max(300, { error: "At most 300 characters." }),
  );

const MINUTES = `A whole number of minutes from 1 to ${SUPPORT_MAX_MINUTES}.`;
export const StartSupport = z.strictObject({
  tenant_id: Id,
  reason: Reason,
  minutes: z
    .number({ error: MINUTES })
    .int({ error: MINUTES })
    .min(1, { error: MINUTES })
    .max(SUPPORT_MAX_MINUTES, { error: MINUTES }),
});

export const SupportItem = z
  .object({
    id: z.uuid(),
    tenant_id: z.uuid(),
    platform_email: z.string().meta({ description: "Who looked" }),
    reason: z.string(),
    state: z.enum(["running", "ended", "expired"]),
    started_at: Time,
    expires_at: Time,
    ended_at: Time.nullable(),
  })
  .meta({ id: "SupportAccess" });
export type SupportItem = z.output<typeof SupportItem>;
/** Inside: with the secret that the door makes the cookie of. */
export const OpenedSupport = SupportItem.extend({ sid: z.string(), session_expires_at: Time });

export const ListSupport = z.strictObject({ ...Paging });
export const SupportPage = z.object({ items: z.array(SupportItem), ...NextPage });

export const CloseTenant = z.strictObject({ id: Id, reason: Reason });

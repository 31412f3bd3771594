import { z } from "zod";
import { ROLES } from "../../policy";
import { CompanyName } from "../../schemas";
import { Time } from "./fields";

const Role = z.enum(ROLES);

export const Company = z
  .object({
    id: z.uuid(),
    name: z.string(),
    plan: z.string(),
    is_demo: z.boolean(),
    version: z.int().meta({ description: "For If-Match" }),
    created_at: Time,
  })
  .meta({ id: "Company" });
export const RenameCompany = z.strictObject({ version: z.int().min(1), name: CompanyName });

export const OwnTenants = z.object({
  items: z.array(
    z.object({
      tenant_id: z.uuid(),
      name: z.string(),
      plan: z.string(),
      role: Role,
      status: z.enum(["active", "expired", "revoked", "closed"]),
      expires_at: Time.nullable(),
      is_current: z.boolean(),
    }),
  ),
});

export const Plans = z.object({
  items: z.array(
    z.object({
      plan_type: z.string(),
      name: z.string(),
      price_monthly: z.number().meta({ description: "US dollars", example: 20 }),
      max_miners: z.int().nullable().meta({ description: "null: no limit" }),
    }),
  ),
});

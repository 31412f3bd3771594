import type { Role } from "@/lib/identity/policy";
import type { TestTenant } from "../../tenants";

/**
 * A row of one company that an address can name: where it lies, how it is made, whose it is, and a change of it (PATCH,
 * PUT; `always`: POST too) that would be taken.
 */
export type Resource = {
  table: string;
  column: string;
  make(tenant: TestTenant): Promise<string>;
  owner: Role | "platform";
  body?: object;
  always?: true;
};

/** The parts of the product that a role has full, read or no access to. `lib/identity/policy.ts` says who has which. */
export const MODULES = [
  "calculator",
  "machines",
  "analytics",
  "intelligence",
  "treasury",
  "derivatives",
  "crm",
  "hosting",
  "portal",
  "sla",
  "catalogue",
  "billing",
  "reports",
  "integrations",
  "members",
  "logins",
  "audit",
  "company",
  "system",
] as const;
export type Module = (typeof MODULES)[number];
export type Verb = "read" | "write";

/** What a role may do with a module. A plan of operations is a permission of its own, apart from changing machines. */
export type ModulePermission = `${Module}:${Verb}` | "ops:plan";

/**
 * What a use case asks of whoever calls it. `public` needs nobody signed in; `account` any person signed in, for what is
 * theirs alone; `platform` the platform's administrators; `system` jobs and commands of the operator's own machine.
 */
export type Permission = "public" | "account" | "system" | `platform:${Verb}` | ModulePermission;

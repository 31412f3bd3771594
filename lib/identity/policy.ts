import { MODULES, type Module, type ModulePermission, type Permission, type Verb } from "@/lib/kernel/permission";

/** What a person can be in a company. */
export const ROLES = ["owner", "admin", "mining_site_owner", "operator", "client", "guest"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts outside or across companies: the platform's administrators, and one of them looking into a company. */
export type ActingRole = Role | "platform_admin" | "support";

export type Access = "full" | "read" | "none";

/** In the order of `ROLES`. */
const MATRIX: Record<Module, readonly [Access, Access, Access, Access, Access, Access]> = {
  calculator: ["full", "full", "full", "full", "full", "full"],
  machines: ["full", "full", "full", "full", "full", "read"],
  analytics: ["full", "full", "full", "full", "read", "read"],
  intelligence: ["full", "full", "full", "read", "read", "none"],
  treasury: ["full", "full", "read", "none", "none", "none"],
  derivatives: ["full", "full", "full", "read", "none", "none"],
  crm: ["full", "full", "read", "full", "none", "none"],
  hosting: ["full", "full", "full", "full", "none", "none"],
  portal: ["full", "full", "read", "read", "full", "none"],
  sla: ["full", "full", "full", "read", "read", "none"],
  catalogue: ["full", "full", "full", "read", "read", "read"],
  billing: ["full", "full", "none", "none", "none", "none"],
  reports: ["full", "full", "full", "read", "read", "none"],
  integrations: ["full", "full", "none", "none", "none", "none"],
  members: ["full", "full", "read", "none", "none", "none"],
  logins: ["full", "full", "none", "none", "none", "none"],
  audit: ["full", "full", "none", "none", "none", "none"],
  company: ["full", "read", "none", "none", "none", "none"],
  system: ["read", "read", "none", "none", "none", "none"],
};

/** The platform's administrators keep the shared catalogue and the machinery; a company's business is not theirs. */
const PLATFORM: Partial<Record<Module, Access>> = {
  calculator: "full",
  catalogue: "full",
  system: "full",
  audit: "read",
};

/** Modules that a look into a company for support leaves out: nothing there helps, and secrets begin there. */
const NOT_FOR_SUPPORT: readonly Module[] = ["integrations", "logins"];

/** The access of a role to a module: the one table that menu, pages, use cases and tests go by. */
export function accessOf(role: ActingRole, module: Module): Access {
  if (role === "platform_admin") return PLATFORM[module] ?? "none";
  if (role === "support") return NOT_FOR_SUPPORT.includes(module) ? "none" : "read";
  return MATRIX[module][ROLES.indexOf(role)] ?? "none";
}

/** Who may plan operations: who runs sites and machines. */
const MAY_PLAN: readonly ActingRole[] = ["owner", "admin", "mining_site_owner", "operator"];

/** Whether a person in this role may. `isEnrolled` is false until a second factor that the role demands is there. */
export function roleMay(role: ActingRole | null, permission: Permission, isEnrolled = true): boolean {
  if (permission === "public" || permission === "account") return true;
  if (permission === "system" || role === null || !isEnrolled) return false;
  if (permission === "platform:read" || permission === "platform:write") return role === "platform_admin";
  if (permission === "ops:plan") return MAY_PLAN.includes(role);
  const [module, verb] = permission.split(":") as [Module, Verb];
  const access = accessOf(role, module);
  return access === "full" || (access === "read" && verb === "read");
}

/** What no program's key ever carries: who comes in, and further keys. */
const NEVER_FOR_KEYS: readonly ModulePermission[] = [
  "members:write",
  "integrations:write",
  "company:write",
  "audit:write",
];

/** Whether a program with these scopes may, made by a person in this role: never more than either. */
export function keyMay(role: Role, scopes: readonly string[], permission: Permission): boolean {
  if (permission === "public") return true;
  if (permission === "account" || NEVER_FOR_KEYS.some((never) => never === permission)) return false;
  const isScoped =
    scopes.includes(permission) || (permission.endsWith(":read") && scopes.includes(writeOf(permission)));
  return isScoped && roleMay(role, permission);
}

const writeOf = (permission: Permission): string => permission.replace(/:read$/, ":write");

/** Everything a key can be given, for the form and for checking what came in. */
export const KEY_SCOPES: readonly ModulePermission[] = [
  ...MODULES.flatMap((module): ModulePermission[] => [`${module}:read`, `${module}:write`]),
  "ops:plan" as const,
].filter((scope) => !NEVER_FOR_KEYS.includes(scope));

/** A client or guest sees in the company only what is theirs. */
export const seesOwnOnly = (role: ActingRole | null): boolean => role === "client" || role === "guest";

/** Whose account opens the whole company must have a second factor. */
export const needsSecondFactor = (role: ActingRole | null): boolean =>
  role === "owner" || role === "admin" || role === "platform_admin" || role === "support";

/** Who may give, change or take this role. Owners are made and unmade by owners only. */
export function mayAssign(actor: ActingRole | null, role: Role): boolean {
  if (actor === "owner") return true;
  return actor === "admin" && role !== "owner";
}

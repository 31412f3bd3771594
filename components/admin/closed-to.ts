import type { ActingRole } from "@/lib/identity/policy";

/** Who finds a page closed: the platform's administrator, one of them looking in, whoever is in no company, or a role. */
export type ClosedTo = "keeper" | "support" | "nobody" | "platform" | "role";

/**
 * For whom a page that doesn't open must have words: only a role in a company can be changed by its owner.
 *
 * @example closedTo("platform_admin", false) // "keeper"
 */
export function closedTo(role: ActingRole | null, isPlatform: boolean): ClosedTo {
  if (role === "platform_admin") return "keeper";
  if (role === "support") return "support";
  if (isPlatform) return "platform";
  return role === null ? "nobody" : "role";
}

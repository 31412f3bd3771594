export const ROLES = ["all", "scheduler", "relay", "consumers", "work"] as const;
export type Role = (typeof ROLES)[number];

/** What is wrong with a background role's name; nothing when there is such a role. */
export function faultOfRole(role: string): string | undefined {
  return ROLES.some((known) => known === role)
    ? undefined
    : `There is no role "${role}". There are: ${ROLES.join(", ")}.`;
}

/** Whether a process of this role does what another's is. */
export const does = (role: string, part: Exclude<Role, "all">): boolean => role === "all" || role === part;

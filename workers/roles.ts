const ROLES = ["all", "scheduler"];
const LATER = ["relay", "consumers"];

/** What is wrong with a background role's name; nothing when there is such a role. */
export function faultOfRole(role: string): string | undefined {
  if (ROLES.includes(role)) return undefined;
  const why = LATER.includes(role)
    ? `The role "${role}" comes with the event bus and isn't there yet.`
    : `There is no role "${role}".`;
  return `${why} There are: ${ROLES.join(", ")}.`;
}

import type { LogEntry } from "./log-entry";

/** What the platform's administrators and its support do in a company, and so write themselves who they are. */
const FROM_OUTSIDE = [
  "audit.export",
  "platform.support.end-own",
  "platform.support.start",
  "platform.tenant.close",
  "platform.tenant.reopen",
];
/** Here the look is always the actor's own; entries from before `actor_email` name them so. */
const OWN_LOOK = ["platform.support.end-own", "platform.support.start"];

/** The address of a person whom the company doesn't know, where their entry itself has it. */
export function outsideEmail({ actorKind, useCase, after }: LogEntry): string | null {
  if (actorKind !== "person" || after === null || !FROM_OUTSIDE.includes(useCase)) return null;
  const facts: unknown = JSON.parse(after);
  if (typeof facts !== "object" || facts === null) return null;
  const said = new Map<string, unknown>(Object.entries(facts));
  const email = said.get("actor_email") ?? (OWN_LOOK.includes(useCase) ? said.get("platform_email") : undefined);
  return typeof email === "string" ? email : null;
}

import type { AccessItem } from "@/lib/identity/core/members/access-schemas";
import type { Role } from "@/lib/identity/policy";

/** What somebody changed in the form and nothing else, so that it stays theirs when the rest is read again. */
export type Draft = {
  role?: Role;
  hasAccess?: boolean;
  /** The last day of the access, whole, UTC; empty: it doesn't end. */
  lastDay?: string;
};

export type Change =
  | { field: "role"; from: Role; to: Role }
  | { field: "access"; from: boolean; to: boolean }
  | { field: "end"; from: string | null; to: string | null };

type Base = Pick<AccessItem, "id" | "version" | "role" | "has_access" | "expires_at">;

export const dayOf = (iso: string | null): string => iso?.slice(0, 10) ?? "";

/** The end of a day: the access counts through it. */
export const endOfDay = (day: string): string => `${day}T23:59:59.000Z`;

export function shownValues(base: Base, draft: Draft): Required<Draft> {
  return {
    role: draft.role ?? base.role,
    hasAccess: draft.hasAccess ?? base.has_access,
    lastDay: draft.lastDay ?? dayOf(base.expires_at),
  };
}

/** What saving would change, field by field; a choice that was taken back is no change. */
export function changesOf(base: Base, draft: Draft): Change[] {
  const { role, hasAccess, lastDay } = shownValues(base, draft);
  return [
    ...(role === base.role ? [] : [{ field: "role" as const, from: base.role, to: role }]),
    ...(hasAccess === base.has_access ? [] : [{ field: "access" as const, from: base.has_access, to: hasAccess }]),
    ...(lastDay === dayOf(base.expires_at)
      ? []
      : [{ field: "end" as const, from: base.expires_at, to: lastDay === "" ? null : endOfDay(lastDay) }]),
  ];
}

/** The request that makes these changes to this version and to no other. */
export function editOf(base: Base, draft: Draft) {
  const changes = changesOf(base, draft);
  const to = <F extends Change["field"]>(field: F) =>
    changes.find((change): change is Extract<Change, { field: F }> => change.field === field);
  const [role, access, end] = [to("role"), to("access"), to("end")];
  return {
    id: base.id,
    version: base.version,
    ...(role ? { role: role.to } : {}),
    ...(access ? { has_access: access.to } : {}),
    ...(end ? { expires_at: end.to } : {}),
  };
}

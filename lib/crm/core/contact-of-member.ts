/** What the company's list of members says about a person, and whether anybody may come in there. */
export type MemberState = {
  userId: string;
  email: string;
  name: string;
  role: string;
  hasAccess: boolean;
  isOpen: boolean;
};
export type Contact = { userId: string; email: string; name: string; hasPortal: boolean };

/**
 * The contact that a member is to have: clients have one. Who is no client gets none, but keeps the one that they have,
 * without the portal. Pure.
 */
export function contactOfMember(member: MemberState, isKnown: boolean): Contact | null {
  const isClient = member.role === "client";
  if (!isClient && !isKnown) return null;
  const { userId, email, name } = member;
  return { userId, email, name, hasPortal: isClient && member.hasAccess && member.isOpen };
}

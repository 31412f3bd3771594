import type { Module } from "@/lib/kernel/permission";
import type { Access } from "../policy";

/** The pages of somebody who is signed in, in the order of the menu. */
export const MENU = [
  { key: "overview", group: "work" },
  { key: "calculator", group: "work" },
  { key: "portfolio", group: "work" },
  { key: "batch", group: "work" },
  { key: "analytics", group: "work" },
  { key: "machines", group: "work" },
  { key: "company", group: "company" },
  { key: "userAccess", group: "company" },
  { key: "loginRecords", group: "company" },
  { key: "audit", group: "company" },
  { key: "tenants", group: "platform" },
  { key: "system", group: "platform" },
  { key: "mailbox", group: "platform" },
  { key: "security", group: "settings" },
  { key: "apiKeys", group: "settings" },
] as const;

export type MenuKey = (typeof MENU)[number]["key"];
export type MenuGroup = (typeof MENU)[number]["group"];
export type MenuEntry = { key: MenuKey; group: MenuGroup };

type Reader = {
  /** In the company that the session works in. */
  role: string | null;
  /** A second factor is still to be set up: until then there is nothing to open. */
  must_enrol: boolean;
  /** Mail stays on this machine. */
  is_embedded: boolean;
};

/**
 * What a person can open, from the table of access (`accessOf`): a page that answers with a refusal is not in it.
 *
 * @example menuFor((module) => accessOf("guest", module), { role: "guest", must_enrol: false, is_embedded: true })
 */
export function menuFor(can: (module: Module) => Access, reader: Reader): MenuEntry[] {
  if (reader.must_enrol || reader.role === null) return [];
  const sees = (module: Module) => can(module) !== "none";
  const open: Record<MenuKey, boolean> = {
    overview: true,
    calculator: sees("calculator"),
    // Nobody looks in for support as somebody else: of their own they have nothing here.
    portfolio: sees("machines") && reader.role !== "support",
    batch: sees("machines") && reader.role !== "support",
    analytics: sees("analytics"),
    machines: sees("catalogue"),
    company: sees("company") || sees("members"),
    userAccess: sees("members"),
    loginRecords: sees("logins"),
    audit: sees("audit"),
    tenants: reader.role === "platform_admin",
    system: sees("system"),
    // Only who answers for the company; and only where no mail leaves the machine.
    mailbox: reader.is_embedded && can("company") === "full",
    security: true,
    apiKeys: sees("integrations"),
  };
  return MENU.filter(({ key }) => open[key]);
}

import { describe, expect, it } from "vitest";
import type { Module } from "@/lib/kernel/permission";
import { type ActingRole, accessOf, ROLES, roleMay } from "../policy";
import { MENU, menuFor } from "./menu";

const ACTING: ActingRole[] = [...ROLES, "platform_admin", "support"];

const menuOf = (role: ActingRole, more: { must_enrol?: boolean; is_embedded?: boolean } = {}) =>
  menuFor((module: Module) => accessOf(role, module), { role, must_enrol: false, is_embedded: true, ...more }).map(
    ({ key }) => key,
  );

const MEMBER = ["overview", "calculator", "portfolio", "batch", "analytics", "machines"];
const OUTSIDER = ["overview", "calculator", "machines"];
const EXPECTED: Record<ActingRole, string[]> = {
  owner: [...MEMBER, ...["company", "userAccess", "loginRecords", "audit", "system", "mailbox", "security", "apiKeys"]],
  admin: [...MEMBER, "company", "userAccess", "loginRecords", "audit", "system", "security", "apiKeys"],
  mining_site_owner: [...MEMBER, "company", "userAccess", "security"],
  operator: [...MEMBER, "security"],
  client: [...MEMBER, "security"],
  guest: [...MEMBER, "security"],
  platform_admin: [...OUTSIDER, "audit", "tenants", "system", "security"],
  support: ["overview", "calculator", "analytics", "machines", "company", "userAccess", "audit", "system", "security"],
};

describe("the menu", () => {
  for (const role of ACTING) {
    it(`of ${role} has what the role can open, and nothing else`, () => {
      expect(menuOf(role)).toEqual(EXPECTED[role]);
    });

    it(`of ${role} follows the permissions of the pages`, () => {
      const shown = menuOf(role);
      expect(shown.includes("userAccess")).toBe(roleMay(role, "members:read"));
      expect(shown.includes("loginRecords")).toBe(roleMay(role, "logins:read"));
      expect(shown.includes("audit")).toBe(roleMay(role, "audit:read"));
      expect(shown.includes("system")).toBe(roleMay(role, "system:read"));
      expect(shown.includes("apiKeys")).toBe(roleMay(role, "integrations:read"));
      expect(shown.includes("portfolio")).toBe(roleMay(role, "machines:read") && role !== "support");
      expect(shown.includes("batch")).toBe(roleMay(role, "machines:read") && role !== "support");
      expect(shown.includes("analytics")).toBe(roleMay(role, "analytics:read"));
      expect(shown.includes("machines")).toBe(roleMay(role, "catalogue:read"));
      expect(shown.includes("tenants")).toBe(roleMay(role, "platform:read"));
      expect(shown.includes("company")).toBe(roleMay(role, "company:read") || roleMay(role, "members:read"));
    });
  }

  it("is empty until the second factor that a role demands is there", () => {
    expect(menuOf("owner", { must_enrol: true })).toEqual([]);
  });

  it("is empty without a company", () => {
    expect(menuFor(() => "full", { role: null, must_enrol: false, is_embedded: true })).toEqual([]);
  });

  it("has the mailbox only where mail stays on the machine", () => {
    expect(menuOf("owner", { is_embedded: false })).not.toContain("mailbox");
  });

  it("keeps its order and names each page once", () => {
    const keys = MENU.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const role of ACTING) expect(menuOf(role)).toEqual(keys.filter((key) => menuOf(role).includes(key)));
  });
});

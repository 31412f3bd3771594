import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MODULES, type Module, type ModulePermission, type Permission, type Verb } from "@/lib/kernel/permission";
import {
  type Access,
  type ActingRole,
  accessOf,
  KEY_SCOPES,
  keyMay,
  mayAssign,
  needsSecondFactor,
  ROLES,
  type Role,
  roleMay,
  seesOwnOnly,
} from "./policy";

/** Who may do what, written down by hand: `full` reads and writes, `read` reads, `-` neither. */
const PICTURE = `
               owner  admin  mining_site_owner  operator  client  guest  platform_admin  support
calculator     full   full   full               full      full    full   full            read
machines       full   full   full               full      full    read   -               read
analytics      full   full   full               full      read    read   -               read
intelligence   full   full   full               read      read    -      -               read
treasury       full   full   read               -         -       -      -               read
derivatives    full   full   full               read      -       -      -               read
crm            full   full   read               full      -       -      -               read
hosting        full   full   full               full      -       -      -               read
portal         full   full   read               read      full    -      -               read
sla            full   full   full               read      read    -      -               read
catalogue      full   full   full               read      read    read   full            read
billing        full   full   -                  -         -       -      -               read
reports        full   full   full               read      read    -      -               read
integrations   full   full   -                  -         -       -      -               -
members        full   full   read               -         -       -      -               read
logins         full   full   -                  -         -       -      -               -
audit          full   full   -                  -         -       -      read            read
company        full   read   -                  -         -       -      -               read
system         read   read   -                  -         -       -      full            read
`;

const [head = "", ...lines] = PICTURE.trim().split("\n");
const columns = head.trim().split(/\s+/) as ActingRole[];
const cells = lines.flatMap((line) => {
  const [module, ...row] = line.split(/\s+/);
  return row.map((cell, column) => ({ module: module as Module, role: columns[column] as ActingRole, cell }));
});

const anyRole = fc.constantFrom(...ROLES);
const anyActing = fc.constantFrom<ActingRole>(...columns);
const anyScope = fc
  .tuple(fc.constantFrom(...MODULES), fc.constantFrom<Verb>("read", "write"))
  .map(([module, verb]): ModulePermission => `${module}:${verb}`);
const anyPermission = fc.oneof(
  anyScope,
  fc.constantFrom<Permission>("public", "account", "system", "platform:read", "platform:write", "ops:plan"),
);

describe("the table of access", () => {
  it("has every role, every module and every cell", () => {
    expect(columns).toEqual([...ROLES, "platform_admin", "support"]);
    expect(lines.map((line) => line.split(" ")[0])).toEqual([...MODULES]);
    expect(cells).toHaveLength(19 * 8);
  });

  for (const { module, role, cell } of cells) {
    it(`${role} reads ${module}: ${cell !== "-"}`, () => {
      expect(roleMay(role, `${module}:read`)).toBe(cell !== "-");
    });

    it(`${role} writes ${module}: ${cell === "full"}`, () => {
      expect(roleMay(role, `${module}:write`)).toBe(cell === "full");
      expect(accessOf(role, module)).toBe<Access>(cell === "-" ? "none" : (cell as Access));
    });
  }

  it("has nothing for a role that the product doesn't know", () => {
    expect(accessOf("janitor" as Role, "calculator")).toBe("none");
    expect(roleMay("janitor" as Role, "calculator:read")).toBe(false);
  });
});

describe("what isn't a module's", () => {
  it.each<[Permission, ActingRole[]]>([
    ["public", columns],
    ["account", columns],
    ["system", []],
    ["platform:read", ["platform_admin"]],
    ["platform:write", ["platform_admin"]],
    ["ops:plan", ["owner", "admin", "mining_site_owner", "operator"]],
  ])("%s is for %j", (permission, roles) => {
    expect(columns.filter((role) => roleMay(role, permission))).toEqual(roles);
  });

  it("without a company, or before the second factor that a role demands, one has the account alone", () => {
    fc.assert(
      fc.property(anyActing, anyPermission, (role, permission) => {
        const isOwn = permission === "public" || permission === "account";
        expect(roleMay(null, permission)).toBe(isOwn);
        expect(roleMay(role, permission, false)).toBe(isOwn);
      }),
    );
  });

  it("who may write may read", () => {
    fc.assert(
      fc.property(anyActing, fc.constantFrom(...MODULES), (role, module) => {
        expect(roleMay(role, `${module}:write`) && !roleMay(role, `${module}:read`)).toBe(false);
      }),
    );
  });
});

describe("a program's key", () => {
  it("can be given everything of the modules, and planning, but nothing that lets others in or unmakes the log", () => {
    const never = ["integrations:write", "members:write", "audit:write", "company:write"];
    const all = [...MODULES.flatMap((module) => [`${module}:read`, `${module}:write`]), "ops:plan"];
    expect(KEY_SCOPES).toEqual(all.filter((scope) => !never.includes(scope)));
    expect(KEY_SCOPES).toHaveLength(35);
  });

  it.each<[string, Role, ModulePermission[], Permission, boolean]>([
    ["reads what it has the scope for", "operator", ["crm:read"], "crm:read", true],
    ["writes what it has the scope for", "operator", ["crm:write"], "crm:write", true],
    ["reads what it may write", "operator", ["crm:write"], "crm:read", true],
    ["doesn't write what it may read", "operator", ["crm:read"], "crm:write", false],
    ["does nothing in another module", "owner", ["crm:write"], "hosting:read", false],
    ["does nothing without scopes", "owner", [], "crm:read", false],
    ["sees what is public without scopes", "guest", [], "public", true],
    ["does no more than its maker", "client", ["treasury:read"], "treasury:read", false],
    ["writes no more than its maker", "guest", ["machines:write"], "machines:write", false],
    ["plans operations by a scope of its own", "operator", ["ops:plan"], "ops:plan", true],
    ["doesn't plan operations because it changes machines", "operator", ["machines:write"], "ops:plan", false],
    ["adds no members", "owner", ["members:write"], "members:write", false],
    ["sees the members by the scope that adds none", "owner", ["members:write"], "members:read", true],
    ["makes no keys", "owner", ["integrations:write"], "integrations:write", false],
    ["changes no company", "owner", ["company:write"], "company:write", false],
    ["writes no log", "owner", ["audit:write"], "audit:write", false],
  ])("%s", (_, role, scopes, permission, may) => {
    expect(keyMay(role, scopes, permission)).toBe(may);
  });

  it("is nobody's account, no platform and no machinery, whatever its scopes say", () => {
    const texts = ["account", "system", "platform:read", "platform:write"] as const;
    for (const role of ROLES) for (const text of texts) expect(keyMay(role, [...texts], text)).toBe(false);
  });

  it("never does more than its maker, nor more than its scopes", () => {
    fc.assert(
      fc.property(anyRole, fc.array(anyScope), anyPermission, (role, scopes, permission) => {
        if (permission === "public" || !keyMay(role, scopes, permission)) return;
        expect(roleMay(role, permission)).toBe(true);
        expect(scopes.some((scope) => scope.split(":")[0] === permission.split(":")[0])).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("with fewer scopes does less", () => {
    fc.assert(
      fc.property(anyRole, fc.array(anyScope), anyScope, anyPermission, (role, scopes, more, permission) => {
        expect(keyMay(role, scopes, permission) && !keyMay(role, [...scopes, more], permission)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what a role brings", () => {
  const those = (holds: (role: ActingRole) => boolean) => columns.filter(holds);

  it("client and guest see what is theirs alone", () => {
    expect(those(seesOwnOnly)).toEqual(["client", "guest"]);
    expect(seesOwnOnly(null)).toBe(false);
  });

  it("a second factor is demanded of whose account opens a whole company", () => {
    expect(those(needsSecondFactor)).toEqual(["owner", "admin", "platform_admin", "support"]);
    expect(needsSecondFactor(null)).toBe(false);
  });

  it.each<[ActingRole | null, readonly Role[]]>([
    ["owner", ["owner", "admin", "mining_site_owner", "operator", "client", "guest"]],
    ["admin", ["admin", "mining_site_owner", "operator", "client", "guest"]],
    ["mining_site_owner", []],
    ["operator", []],
    ["client", []],
    ["guest", []],
    ["platform_admin", []],
    ["support", []],
    [null, []],
  ])("%s gives and takes %j", (actor, roles) => {
    expect(ROLES.filter((role) => mayAssign(actor, role))).toEqual(roles);
  });
});

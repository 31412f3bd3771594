import { randomUUID } from "node:crypto";
import type { Table } from "./catalogue";
import type { Owner } from "./fixture";

export type Settings = { tenant: string; user: string; ownOnly: boolean; lookup: string; work: string };

export type Attacker = {
  name: string;
  /** Rows of the attacker's own, where it has some. */
  self: Owner | undefined;
  /** What the transaction sets; nothing at all when it is undefined. */
  settings(table: Table): Settings | undefined;
  /** Tables that it says something about; all of them unless given. */
  meets?(table: Table): boolean;
};

const NOTHING: Settings = { tenant: "", user: "", ownOnly: false, lookup: "", work: "" };

/** Everybody who must not get at the victim's rows. The last one holds the exact key of the row, as a link in a mail does. */
export function attackersOf(victim: Owner, other: Owner, client: Owner): Attacker[] {
  const always = (settings: Settings | undefined) => () => settings;
  return [
    { name: "no tenant", self: undefined, settings: always(undefined) },
    {
      name: "other tenant",
      self: other,
      settings: always({ ...NOTHING, tenant: other.tenantId, user: other.userId, lookup: "nobody@mine.example" }),
    },
    {
      name: "a bogus id",
      self: undefined,
      settings: always({ ...NOTHING, tenant: randomUUID(), user: randomUUID(), lookup: "0".repeat(64) }),
    },
    { name: "empty text", self: undefined, settings: always(NOTHING) },
    {
      name: "a client of the same company",
      self: client,
      settings: always({ ...NOTHING, tenant: client.tenantId, user: client.userId, ownOnly: true }),
    },
    {
      name: "a platform administrator",
      self: undefined,
      settings: always({ ...NOTHING, user: other.userId, work: "platform" }),
    },
    {
      name: "the exact key alone",
      self: undefined,
      meets: ({ lookupColumn }) => lookupColumn !== undefined,
      settings: ({ name, lookupColumn }) => ({ ...NOTHING, lookup: victim.rows[name]?.[lookupColumn ?? ""] ?? "" }),
    },
  ];
}

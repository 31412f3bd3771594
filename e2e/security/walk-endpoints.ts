import { expect, test } from "@playwright/test";
import { z } from "zod";
import type { Contract } from "@/lib/kernel/contract";
import { type Cast, NAMES, newCast, type Walker } from "./cast";
import { type Asked, ask, ourPage } from "./http";
import { faultsOf, inParallel } from "./judge";
import {
  HEAVY_BODIES,
  ODD_BODIES,
  ODD_METHODS,
  ODD_PARTS,
  ODD_QUERIES,
  ODD_TYPES,
  ODD_VALUES,
  pretended,
} from "./odd-values";
import { signIn, stateOf } from "./world";

/**
 * These walk the whole way; the others try what is somebody else's, and a few wrong values. So does nobody at a closed
 * door, where nothing of what a stranger brings is read.
 */
const isThorough = (name: string, { permission }: Contract): boolean =>
  name === "owner" || (name === "nobody" && permission === "public");
const FEW = ["an object", "SQL"];
const NOBODYS_ID = "0190c0de-0000-7000-8000-000000000000";
const AT_ONCE = 6;

let cast: Cast;
/** Of each walker, from the first door to the last; anew where they ended their own session. */
const cookies: Record<string, string> = {};

type Request = Pick<Asked, "method" | "path" | "body"> & { headers: Record<string, string>; what: string };

/** Every field of the input, by the names that the contract gives. */
function fieldsOf({ input, path }: Contract): string[] {
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as { properties?: object };
  return Object.keys(schema.properties ?? {}).filter((name) => !path.includes(`{${name}}`));
}

/** The address with something in the place of its parameter. */
const at = (path: string, part: string): string => path.replaceAll(/\{\w+\}/g, part);
/** What the company has there. */
const idAt = (path: string, ids: Record<string, string>): string =>
  Object.entries(ids).find(([prefix]) => path.startsWith(prefix))?.[1] ?? NOBODYS_ID;

/** What everybody asks: with somebody else's id, and values of a wrong kind; the thorough in somebody else's name too. */
function* odd(contract: Contract, foreign: Cast["other"], isAll: boolean): Generator<Request> {
  const { method } = contract;
  const isRead = method === "GET";
  const theirs = at(contract.path, idAt(contract.path, foreign.ids));
  const json = { ...ourPage(), "if-match": '"1"' };
  const empty = isRead ? {} : { body: "{}" };
  yield { what: "somebody else's", method, path: theirs, headers: json, ...empty };
  const names = pretended({ userId: foreign.people.owner.userId, tenantId: foreign.id });
  for (const headers of isAll ? names : [])
    yield { what: Object.keys(headers).join(), method, path: theirs, headers: { ...json, ...headers }, ...empty };
  for (const kind of isAll ? Object.keys(ODD_VALUES) : FEW) {
    const value = ODD_VALUES[kind];
    const fields = fieldsOf(contract).map((name) => [name, value] as const);
    const path = at(contract.path, NOBODYS_ID);
    if (!isRead) yield { what: kind, method, path, headers: json, body: JSON.stringify(Object.fromEntries(fields)) };
    else if (fields.length > 0)
      yield {
        what: kind,
        method,
        // A longer address than Node's own server takes (431) never comes as far as the product.
        path: `${path}?${new URLSearchParams(fields.map(([name]) => [name, String(value).slice(0, 1_500)]))}`,
        headers: {},
      };
  }
}

/** What a few ask besides: no shape at all, too much of it, other methods, addresses and types. */
function* broken({ method, path: named }: Contract): Generator<Request> {
  const path = at(named, NOBODYS_ID);
  const json = { ...ourPage(), "if-match": '"1"' };
  for (const other of ODD_METHODS)
    if (other !== method)
      yield { what: `as ${other}`, method: other, path, headers: json, ...(other === "POST" ? { body: "{}" } : {}) };
  for (const query of ODD_QUERIES) yield { what: query.slice(0, 30), method, path: `${path}?${query}`, headers: json };
  if (named.includes("{"))
    for (const part of ODD_PARTS)
      yield { what: `at ${part.slice(0, 30)}`, method, path: at(named, part), headers: json };
  if (method === "GET") return;
  for (const [what, body] of Object.entries({ ...ODD_BODIES, ...HEAVY_BODIES }))
    yield { what, method, path, headers: json, body };
  for (const type of ODD_TYPES)
    yield { what: type, method, path, headers: { ...json, "content-type": type }, body: "--x\r\n\r\n{}\r\n--x--" };
  yield { what: "no type", method, path, headers: { origin: ourPage().origin ?? "" }, body: "{}" };
  yield { what: "gzip that is none", method, path, headers: { ...json, "content-encoding": "gzip" }, body: "{}" };
}

async function walk(walker: Walker, contract: Contract): Promise<string[]> {
  const { name, person, from, secrets } = walker;
  const foreign = name === "the owner of a second company" ? cast.company : cast.other;
  const isAll = isThorough(name, contract);
  const requests = [...odd(contract, foreign, isAll), ...(isAll ? broken(contract) : [])];
  const faults: string[] = [];
  if (person) cookies[name] ??= (await signIn(person)).cookie;
  await inParallel(requests, AT_ONCE, async ({ what, headers, ...asked }) => {
    const cookie = cookies[name];
    const sent = { ...headers, ...(cookie ? { cookie } : {}) };
    const answer = await ask({ ...asked, headers: sent, from });
    faults.push(...(await faultsOf({ what: `${name}, ${what}`, answer, secrets, isApi: asked.method !== "HEAD" })));
    // It may have ended its own session.
    if (person && (answer.headers["set-cookie"] || answer.status === 401))
      cookies[name] = (await signIn(person)).cookie;
  });
  return faults;
}

/** Everybody walks these endpoints; a file of its own for some of them lets two workers walk at a time. */
export function walkEndpoints(walked: readonly Contract[]): void {
  test.beforeAll(async () => {
    cast = await newCast();
  });

  for (const contract of walked) {
    test(`The walk › ${contract.method} ${contract.path}`, async () => {
      test.setTimeout(900_000);
      const strangers = Object.values(cast.other.people);
      const before = await stateOf(strangers, cast.other.id);
      const faults: string[] = [];
      for (const walker of cast.walkers.filter(({ name }) => name !== "the owner of a second company"))
        faults.push(...(await walk(walker, contract)));
      expect(faults).toEqual([]);
      expect(await stateOf(strangers, cast.other.id), "nothing of the other company was changed").toBe(before);
      for (const walker of cast.walkers.filter(({ name }) => name === "the owner of a second company"))
        expect(await walk(walker, contract)).toEqual([]);
    });
  }

  test("The walk › everybody goes", () => expect(cast.walkers.map(({ name }) => name)).toEqual(NAMES));
}

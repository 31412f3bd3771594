import { randomInt } from "node:crypto";
import { sealCookie } from "@/lib/identity/adapters/session-cookie";
import { newSecret, sha256Hex } from "@/lib/identity/core/digest";
import { createKey } from "@/lib/identity/use-cases/api-keys/create-key";
import type { ModulePermission } from "@/lib/kernel/permission";
import { query } from "./sql";
import type { Member, TestTenant } from "./tenants";

type Sent = { key?: string; cookie?: string; bearer?: string; ip?: string; body?: unknown; headers?: HeadersInit };

/** An address that no other test calls from. */
export const freshAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${1 + randomInt(254)}`;

/** A request as the web server hands it on: the caller's address comes from the socket. */
export function apiRequest(line: `${string} /${string}`, sent: Sent = {}): Request {
  const [method, path] = line.split(" ");
  const headers = new Headers({ "x-client-address": sent.ip ?? freshAddress(), ...sent.headers });
  if (sent.key !== undefined) headers.set("x-api-key", sent.key);
  if (sent.cookie !== undefined) headers.set("cookie", sent.cookie);
  if (sent.bearer !== undefined) headers.set("authorization", `Bearer ${sent.bearer}`);
  if (sent.body !== undefined && !headers.has("content-type")) headers.set("content-type", "application/json");
  const body = sent.body === undefined ? null : JSON.stringify(sent.body);
  return new Request(`http://127.0.0.1:3000${path}`, { method: method ?? "GET", headers, body });
}

type KeyTerms = { scopes: ModulePermission[]; name?: string; allow_list?: string[] };

/** A key of the company, made by its owner as on the page; `id` and the whole `key`. */
export async function madeKey(tenant: TestTenant, terms: KeyTerms, by: Member | "owner" | "admin" = "owner") {
  return createKey.execute(tenant.ctx(by), { name: "Site controller", ...terms });
}

/** The cookie of a member's session, as the browser sends it. */
export async function cookieOfMember(member: Member): Promise<string> {
  const sid = newSecret();
  await query("update sessions set sid_hash = $1 where id = $2", [await sha256Hex(sid), member.sessionId]);
  return `hashinsight=${await sealCookie(sid, false, 3_600)}`;
}

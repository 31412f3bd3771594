import { timingSafeEqual } from "node:crypto";
import { readAccessToken } from "@/lib/identity/adapters/access-token";
import { cookieName, openCookie } from "@/lib/identity/adapters/session-cookie";
import { isKeyLike, parseApiKey } from "@/lib/identity/core/api-key-format";
import { sha256Hex } from "@/lib/identity/core/digest";
import { isListed } from "@/lib/identity/core/ip-list";
import { type ApiKeyFacts, isKeyLive } from "@/lib/identity/core/judge-api-key";
import { judgeSession, type SessionFacts, type SessionVerdict } from "@/lib/identity/core/judge-session";
import { readApiKeyFacts, readSessionFacts, touchApiKey, touchSession } from "@/lib/identity/data/session-facts";
import { AppError } from "@/lib/kernel/errors";
import { isSecureOrigin, readCookie } from "./client-info";
import { keyGuard } from "./key-guard";

type Live = Extract<SessionVerdict, { live: true }>;

/** Who sent a request. A cookie whose session is over makes a visitor, who then knows that it is (`staleCookie`). */
export type Caller =
  | { kind: "anonymous"; staleCookie: boolean }
  | { kind: "person"; via: "cookie" | "bearer"; sidHash: string; facts: SessionFacts; verdict: Live }
  | { kind: "program"; facts: ApiKeyFacts };

type Person = Extract<Caller, { kind: "person" }>;

/** A use is written down at most this often, so that a busy session costs no write a request. */
const TOUCH_EVERY_MS = 60_000;

/**
 * Finds out who sent a request. A token or a key that is there counts alone: the cookie is then ignored, and one that is
 * not valid is `unauthenticated`, never a visitor. Every use reads the row behind it.
 */
export async function resolveCaller(headers: Headers, origin: string, ip: string, now: Date): Promise<Caller> {
  const key = headers.get("x-api-key");
  if (key !== null) return program(key, ip, now);
  const authorization = headers.get("authorization");
  if (authorization !== null) return bearer(authorization, now);
  const isSecure = isSecureOrigin(origin);
  const cookie = readCookie(headers, cookieName(isSecure));
  if (cookie === undefined) return { kind: "anonymous", staleCookie: false };
  const sid = await openCookie(cookie, isSecure, now);
  const person = sid === undefined ? undefined : await personBySecret(sid, now);
  return person ?? { kind: "anonymous", staleCookie: true };
}

/** The person of a session, by the secret that its cookie carries; nothing when it is over. */
export const personBySecret = async (sid: string, now: Date): Promise<Person | undefined> =>
  personOf(await sha256Hex(sid), "cookie", now);

async function bearer(authorization: string, now: Date): Promise<Caller> {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
  if (token && isKeyLike(token))
    throw new AppError("unauthenticated", "This is an API key: send it as X-API-Key, not as a bearer token.");
  const sidHash = token ? await readAccessToken(token, now) : undefined;
  const person = sidHash ? await personOf(sidHash, "bearer", now) : undefined;
  if (!person) throw new AppError("unauthenticated", "The access token is not valid any more: refresh it or sign in.");
  return person;
}

async function personOf(sidHash: string, via: "cookie" | "bearer", now: Date): Promise<Person | undefined> {
  const facts = await readSessionFacts(sidHash);
  const verdict = facts && judgeSession(facts, now);
  if (!facts || !verdict?.live) return undefined;
  if (now.getTime() - facts.last_seen_at.getTime() > TOUCH_EVERY_MS) await touchSession(sidHash, now);
  return { kind: "person", via, sidHash, facts, verdict };
}

async function program(key: string, ip: string, now: Date): Promise<Caller> {
  const parsed = parseApiKey(key.trim());
  keyGuard.ask(ip, parsed?.id, now);
  const facts = parsed && (await readApiKeyFacts(parsed.id));
  const hash = Buffer.from(await sha256Hex(parsed?.secret ?? ""));
  const isRight = facts !== undefined && timingSafeEqual(Buffer.from(facts.secret_hash), hash);
  if (!isRight || !isKeyLive(facts, now) || !isListed(ip, facts.allow_list)) {
    await keyGuard.failed(ip, now);
    throw new AppError("unauthenticated", "The API key is not valid (any more), or not from this address.");
  }
  keyGuard.passed(ip, facts.key_id);
  if (!facts.last_used_at || now.getTime() - facts.last_used_at.getTime() > TOUCH_EVERY_MS)
    await touchApiKey(facts.key_id, now);
  return { kind: "program", facts };
}

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";
import type { Check } from "./check";

/** Secrets that are known by sight. Each pattern's first group, or the whole match, is what was found. */
const BY_SIGHT: Record<string, RegExp> = {
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\n)*[A-Za-z0-9+/]{16}/g,
  "a key of a cloud": /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}\b/g,
  "an API key of the product": /\bmk_live_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}\b/g,
  "a signed token": /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g,
  "a payment key": /\b(?:sk|rk)_live_\w{16,}|\bwhsec_[A-Za-z0-9+/]{24,}/g,
  "an access token of a forge or registry":
    /\bgh[pousr]_\w{36}\b|\bgithub_pat_\w{40,}|\bglpat-[\w-]{20}|\bnpm_\w{36}\b|\bxox[bpars]-[\w-]{20,}/g,
  "a mail key": /\bSG\.[\w-]{20,24}\.[\w-]{40,48}\b/g,
  "a password in an address": /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'`<>]+:([^\s/@"'`<>]{1,80})@([^\s"'`<>/?#:]+)/gi,
  "a secret under its name":
    /(?:secret|token|password|passwd|api_?key|private_?key|auth)\w{0,20}["']?\s{0,3}[:=]\s{0,3}["'`]([A-Za-z0-9+/=_.~-]{20,200})["'`]/gi,
};

/** Passwords that stand for one: examples, and what code puts in. */
const STANDS_FOR_ONE =
  /^(?:user|pass(?:word|wort)?|pw|secret|hunter2|s3cr3t|postgres|[a-z]|\*+|\.{3}|…|\[redacted\]|\$\{.*|%[sd])$/i;
/** Hosts that are nobody's: this machine, names without a domain, and those that RFC 2606 keeps for examples. */
const NOBODYS_HOST =
  /^(?:(?:0|127)\.[\d.]+|\[::1\]|[\w-]+|.*\.(?:example|test|invalid|localhost)|(?:.*\.)?example\.(?:com|org|net))$/i;

/** Text that is meant to look like a secret, each with its reason. One that isn't there any more is a fault. */
export const MEANT: { file: string; text: string; reason: string }[] = [];

/** No file of the repository carries a secret. */
export const repositorySecrets: Check = {
  name: "secrets",
  async run() {
    const files = repositoryFiles();
    const texts = files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")] as const);
    const unused = MEANT.filter(
      ({ file, text }) => !texts.some(([name, words]) => name === file && words.includes(text)),
    );
    return {
      faults: [
        ...texts.flatMap(([file, text]) => secretsIn(file, text, MEANT)),
        ...unused.map(({ file, text }) => `scripts/verify/repository-secrets.ts expects ${text} in ${file}`),
      ],
      words: `${files.length} files`,
    };
  },
};

/** Lines for a person: where something looks like a secret, with no more of it than its beginning. */
export function secretsIn(file: string, text: string, meant: typeof MEANT = []): string[] {
  const allowed = meant.filter((entry) => entry.file === file).map((entry) => entry.text);
  return Object.entries(BY_SIGHT).flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = match[1] ?? match[0];
      if (allowed.some((one) => match[0].includes(one)) || !isLikely(what, found, match[2])) return [];
      const line = text.slice(0, match.index).split("\n").length;
      return [`${file}:${line} has ${what}: ${found.slice(0, 6)}…`];
    }),
  );
}

function isLikely(what: string, found: string, host = ""): boolean {
  if (what === "a password in an address") return !STANDS_FOR_ONE.test(found) && !NOBODYS_HOST.test(host);
  if (what !== "a secret under its name") return true;
  const isHex = /^(?:0x)?[\da-f]+$/i.test(found);
  return /\d/.test(found) && /[A-Za-z]/.test(found) && entropyOf(found) > (isHex ? 2 : 3.7);
}

/**
 * Shannon's, in bits a character: words have about 3, random base64 of that length more than 4.
 * Sixteen digits have 4 at most, and 20 random ones more than 2.
 */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return -[...counts.values()].reduce((sum, count) => sum + (count / text.length) * Math.log2(count / text.length), 0);
}

const BINARY = /\.(png|woff2?|ico|jpe?g|gif|webp|pdf|xlsx|zip|gz)$/;
const NOT_OURS =
  /^(node_modules|\.runtime|\.next.*|\.data|\.cache|\.git|coverage|test-results|playwright-report|generated)$/;

/** What git keeps, and what it would; without git (an unpacked archive) every file that isn't made. */
function repositoryFiles(): string[] {
  const all = existsSync(join(ROOT, ".git"))
    ? execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
        cwd: ROOT,
        maxBuffer: 64_000_000,
      })
        .toString()
        .split("\0")
    : walk("");
  return all.filter(
    (file) => file !== "" && !BINARY.test(file) && file !== "package-lock.json" && existsSync(join(ROOT, file)),
  );
}

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.test(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}

import type { Answer } from "./http";

/** The policy of an answer by its directives. */
export function directivesOf(policy: string): Map<string, string> {
  return new Map(
    policy.split(";").map((part): [string, string] => {
      const [name = "", ...values] = part.trim().split(/\s+/);
      return [name, values.join(" ")];
    }),
  );
}

/** The nonce of a page's policy. */
export const nonceOf = ({ headers }: Answer): string | undefined =>
  /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(String(headers["content-security-policy"]))?.[1];

/** Every script of a document that would run without the nonce. */
export function scriptsWithout(html: string, nonce: string): string[] {
  const tags = html.match(/<script\b[^>]*>/gi) ?? [];
  return tags.filter((tag) => !tag.includes(`nonce="${nonce}"`));
}

/** What would run from an attribute, whatever the policy says of scripts. */
export const handlersIn = (html: string): string[] =>
  html.match(/<[a-z][^<>]*\s(?:on[a-z]+=|(?:href|src|action|formaction)="(?:javascript|data:text))[^<>]*>/gi) ?? [];

type Fault = string | undefined;
type Rule = (answer: Answer) => Fault;
const is =
  (name: string, wanted: string): Rule =>
  ({ headers }) =>
    headers[name] === wanted ? undefined : `${name} is ${String(headers[name])}`;

/** The same on every answer there is. */
export const EVERYWHERE: Record<string, Rule> = {
  "X-Content-Type-Options": is("x-content-type-options", "nosniff"),
  "Referrer-Policy": is("referrer-policy", "strict-origin-when-cross-origin"),
  "X-Frame-Options": is("x-frame-options", "DENY"),
  "Strict-Transport-Security": is("strict-transport-security", "max-age=63072000; includeSubDomains"),
  "Permissions-Policy": is(
    "permissions-policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  ),
  "Cross-Origin-Opener-Policy": is("cross-origin-opener-policy", "same-origin"),
  "Cross-Origin-Resource-Policy": is("cross-origin-resource-policy", "same-origin"),
  "no name of what answers": ({ headers }) =>
    headers["x-powered-by"] || headers.server ? "it says what program it is" : undefined,
};

const CLOSED = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};

function policyFaults(answer: Answer, wanted: Record<string, string | RegExp>): Fault {
  const given = directivesOf(String(answer.headers["content-security-policy"]));
  for (const [name, value] of Object.entries<string | RegExp>({ ...CLOSED, ...wanted })) {
    const has = given.get(name) ?? "";
    if (typeof value === "string" ? has !== value : !value.test(has)) return `${name} is "${has}"`;
  }
  return undefined;
}

/** A page's: scripts and styles with its nonce alone. In development modules are loaded by eval, and styles inline. */
export const pagePolicyRule =
  (isDevelopment: boolean): Rule =>
  (answer) =>
    policyFaults(answer, {
      "script-src": isDevelopment ? /^'nonce-\S+' 'strict-dynamic'/ : /^'nonce-[A-Za-z0-9+/=]{22,}' 'strict-dynamic'$/,
      "style-src": isDevelopment ? /^'self' / : /^'self' 'nonce-[A-Za-z0-9+/=]{22,}'$/,
      "object-src": "'none'",
      "form-action": "'self'",
      "connect-src": isDevelopment ? /^'self'/ : "'self'",
    });

/** Of what is no page: nothing in it runs, should a browser ever show it as one. */
export const dataPolicyRule: Rule = (answer) => policyFaults(answer, { "form-action": "'none'", "script-src": /^$/ });

/** Of a file of the build: a worker that it starts may load the build's other files, and no more. */
export const buildPolicyRule: Rule = (answer) =>
  policyFaults(answer, { "form-action": "'none'", "script-src": "'self'" });

/** Kept nowhere: what somebody sees who is known, and what says no. */
export const notKept: Rule = ({ headers }) =>
  /\bno-store\b/.test(headers["cache-control"] ?? "")
    ? undefined
    : `cache-control is ${String(headers["cache-control"])}`;

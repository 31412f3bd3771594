import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/identity/adapters/password-hash";
import { query } from "@/lib/testing/sql";
import { mailedToken } from "../mailed-token";
import { ask, ourPage, ownAddress } from "./http";
import type { Payload } from "./script-payloads";
import { type Company, newCompany, newPlatformAdmin, type Person, signIn } from "./world";

export type Scene = {
  company: Company;
  /** One for each payload, to be renamed. */
  others: Company[];
  platform: Person;
  owner: Record<string, string>;
  admin: Record<string, string>;
  password: string;
  from: string;
};

export async function newScene(payloads: number): Promise<Scene> {
  const company = await newCompany();
  const platform = await newPlatformAdmin();
  const others: Company[] = [];
  for (let count = 0; count < payloads; count++) others.push(await newCompany());
  const password = randomBytes(12).toString("base64url");
  await query("update users set password_hash = $1 where id = $2", [
    await hashPassword(password),
    company.people.operator.userId,
  ]);
  return {
    ...{ company, others, platform, password, from: ownAddress() },
    owner: { ...ourPage(), cookie: (await signIn(company.people.owner)).cookie },
    admin: { ...ourPage(), cookie: (await signIn(platform)).cookie },
  };
}

type Sent = { method?: string; headers?: Record<string, string>; from?: string };

async function send(path: string, body: object, { method = "POST", ...sent }: Sent): Promise<Record<string, string>> {
  const answer = await ask({ method, path, body: JSON.stringify(body), ...sent });
  if (answer.status >= 300) throw new Error(`${method} ${path} said ${answer.status}: ${answer.text}`);
  return JSON.parse(answer.text) as Record<string, string>;
}

type Field = {
  name: string;
  /** Two characters that begin the marks of its payloads. */
  code: string;
  store(scene: Scene, payload: Payload, index: number): Promise<unknown>;
};

const invited = (mark: string): string =>
  `invited.${mark.toLowerCase()}.${randomBytes(3).toString("hex")}@quiet.example`;
const close =
  (verb: "close" | "reopen"): Field["store"] =>
  async ({ others, admin }, { text }, index) => {
    const id = others[index]?.id;
    if (verb === "reopen")
      await send(`/api/platform/tenants/${id}/close`, { reason: "To be opened again" }, { headers: admin });
    await send(`/api/platform/tenants/${id}/${verb}`, { reason: `Because ${text}` }, { headers: admin });
    if (verb === "close")
      await send(`/api/platform/tenants/${id}/reopen`, { reason: "It goes on here" }, { headers: admin });
  };

/** Every text that somebody can put into the product, and others read. */
export const STORED: Field[] = [
  {
    name: "the company's name",
    code: "CN",
    async store({ others }, { text }, index) {
      const company = others[index];
      if (!company) throw new Error("There is no company for it");
      const [row] = await query<{ version: number }>("select version from tenants where id = $1", [company.id]);
      const { cookie } = await signIn(company.people.owner);
      const headers = { ...ourPage(), cookie, "if-match": `"${row?.version}"` };
      await send("/api/company", { name: text }, { method: "PUT", headers });
    },
  },
  {
    name: "the company's and the owner's name at sign-up",
    code: "SU",
    store: ({ from }, { text, mark }) =>
      send(
        "/api/auth/register",
        { email: invited(mark), password: `quiet-${randomUUID()}`, name: text, company: text },
        { headers: ourPage(), from },
      ),
  },
  {
    name: "a person's name",
    code: "PN",
    async store({ owner, from }, { text, mark }) {
      const email = invited(mark);
      await send("/api/invitations", { email, role: "operator" }, { headers: owner });
      const token = await mailedToken(email);
      await send(
        "/api/invitations/join",
        { token, name: text, password: `quiet-${randomUUID()}` },
        { headers: ourPage(), from },
      );
    },
  },
  {
    name: "an invitation's name",
    code: "IN",
    store: ({ owner }, { text, mark }) =>
      send("/admin/user_access/add", { email: invited(mark), role: "guest", name: text }, { headers: owner }),
  },
  {
    name: "an API key's name",
    code: "AK",
    store: ({ owner }, { text }) => send("/api/keys", { name: text, scopes: ["machines:read"] }, { headers: owner }),
  },
  {
    name: "an API key's new name",
    code: "AR",
    async store({ owner }, { text }) {
      const { id } = await send("/api/keys", { name: "To be renamed", scopes: ["machines:read"] }, { headers: owner });
      await send(`/api/keys/${id}`, { name: text }, { method: "PATCH", headers: owner });
    },
  },
  {
    name: "a passkey's label",
    code: "PK",
    async store({ company, owner }, { text }) {
      const id = randomBytes(16).toString("base64url");
      await query(
        `insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
         values ($1, $2, '\\x00', 0, '{}', 'new', now())`,
        [id, company.people.owner.userId],
      );
      await send(`/api/auth/passkeys/${id}`, { label: text }, { method: "PATCH", headers: owner });
    },
  },
  {
    name: "a reason for a look",
    code: "RL",
    async store({ company, platform }, { text }) {
      const headers = { ...ourPage(), cookie: (await signIn(platform)).cookie };
      await send(
        "/api/platform/support-access",
        { tenant_id: company.id, reason: `Because ${text}`, minutes: 5 },
        { headers },
      );
    },
  },
  { name: "a reason to close", code: "RC", store: close("close") },
  { name: "a reason to open again", code: "RO", store: close("reopen") },
  {
    name: "the device of a session and of a sign-in",
    code: "UA",
    async store({ company, password, from }, { text }) {
      const { email } = company.people.operator;
      const headers = { ...ourPage(), "user-agent": text };
      await send("/api/auth/login", { email, password }, { headers, from });
    },
  },
  {
    name: "the device of a sign-in that failed",
    code: "UF",
    async store({ company, from }, { text }) {
      const { email } = company.people.operator;
      const headers = { ...ourPage(), "user-agent": text };
      const body = JSON.stringify({ email, password: "not-the-one" });
      const answer = await ask({ method: "POST", path: "/api/auth/login", headers, body, from: ownAddress() });
      if (answer.status !== 401) throw new Error(`a wrong password said ${answer.status} (first from ${from})`);
    },
  },
];

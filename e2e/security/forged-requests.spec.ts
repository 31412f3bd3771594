import { expect, test } from "@playwright/test";
import { contracts } from "@/app/contracts";
import type { Contract } from "@/lib/kernel/contract";
import { origin } from "../server";
import { type Answer, ask, ourPage, problemOf } from "./http";
import {
  type Company,
  newCompany,
  newKey,
  newPlatformAdmin,
  type Person,
  type Session,
  signIn,
  stateOf,
} from "./world";

const NOBODYS_ID = "0190c0de-0000-7000-8000-000000000000";
const unsafe = contracts.filter(({ method }) => method !== "GET");
const port = new URL(origin()).port;

/** What another site can make a browser send, which adds the cookie by itself. */
const FORGED: Record<string, Record<string, string>> = {
  "no Origin": { "content-type": "application/json" },
  "another Origin": { ...ourPage(), origin: "https://evil.example" },
  "Origin null": { ...ourPage(), origin: "null" },
  "another port of this host": { ...ourPage(), origin: `http://127.0.0.1:${Number(port) + 1}` },
  "an Origin that begins as ours": { ...ourPage(), origin: `${origin()}.evil.example` },
  "an Origin that names us as its user": { ...ourPage(), origin: `${origin()}@evil.example` },
  "text/plain": { ...ourPage(), "content-type": "text/plain" },
};

let company: Company;
let platform: Person;
let key: string;
test.beforeAll(async () => {
  company = await newCompany();
  platform = await newPlatformAdmin();
  key = await newKey(company);
});

const whoMay = ({ permission }: Contract): Person =>
  permission.startsWith("platform:") ? platform : company.people.owner;
const state = () => stateOf([...Object.values(company.people), platform], company.id);
const send = ({ method, path }: Contract, headers: Record<string, string>): Promise<Answer> =>
  ask({
    method,
    path: path.replaceAll(/\{\w+\}/g, NOBODYS_ID),
    headers: { "if-match": '"1"', ...headers },
    body: "{}",
  });
/** By the reason, for a refusal of something else proves nothing here. */
const isForgery = (answer: Answer): boolean =>
  /from another site|^Send (JSON|a form)/.test(problemOf(answer)?.detail ?? "");

for (const contract of unsafe) {
  test.describe(`S7 forged requests › ${contract.method} ${contract.path}`, () => {
    let session: Session;
    let before: string;
    test.beforeAll(async () => {
      session = await signIn(whoMay(contract));
      before = await state();
    });

    for (const [name, headers] of Object.entries(FORGED)) {
      test(name, async () => {
        const answer = await send(contract, { ...headers, cookie: session.cookie });
        const code = name === "text/plain" ? "bad_request" : "forbidden";
        expect(problemOf(answer), answer.text).toMatchObject({ code });
        expect(isForgery(answer), answer.text).toBe(true);
      });
    }

    if (contract.permission === "public")
      for (const sent of ["https://evil.example", "null"])
        test(`a visitor's browser, sent by ${sent}`, async () => {
          const answer = await send(contract, { ...ourPage(), origin: sent });
          expect(problemOf(answer), answer.text).toMatchObject({ code: "forbidden" });
          expect(isForgery(answer), answer.text).toBe(true);
        });

    test("nothing was changed by any of them", async () => expect(await state()).toBe(before));

    test("a page of ours, a token or a key without an Origin are no forgery", async () => {
      const page = contract.consumes === "multipart/form-data" ? "text/csv" : "application/json";
      const { bearer } = await signIn(whoMay(contract));
      const answers = [
        await send(contract, { ...ourPage(), "content-type": page, cookie: session.cookie }),
        await send(contract, { "content-type": page, authorization: bearer }),
        await send(contract, { "content-type": page, "x-api-key": key }),
        // A cookie that comes along with a key counts for nothing.
        await send(contract, { "content-type": page, "x-api-key": key, cookie: session.cookie }),
      ];
      expect(answers.map(isForgery)).toEqual([false, false, false, false]);
    });
  });
}

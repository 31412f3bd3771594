import { expect, test } from "@playwright/test";
import { ROLES, roleMay } from "@/lib/identity/policy";
import { origin } from "../server";
import { type Action, actionPlaces, allActions, type Place } from "./actions";
import { callAction, type Returned } from "./call-action";
import { ask, problemOf } from "./http";
import { isDevelopment, pagePaths } from "./pages";
import { type Company, newCompany, newKey, newPlatformAdmin, type Person, signIn, stateOf } from "./world";

const actions = await allActions();
const ours = (): Record<string, string> => ({ origin: origin() });

let company: Company;
let platform: Person;
let key: string;
let places: Map<string, Place>;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  company = await newCompany();
  platform = await newPlatformAdmin();
  key = await newKey(company);
  // The list of a server that builds as it goes has the pages that were opened.
  if (await isDevelopment()) for (const path of pagePaths()) await ask({ path, timeoutMs: 300_000 });
  places = actionPlaces(await isDevelopment());
});

const whoMay = ({ permission }: Action): Person =>
  permission.startsWith("platform:") ? platform : company.people.owner;

/** Somebody who is known and may not: the least of the roles that may not, else a program, for which no account is. */
async function whoMayNot({ permission }: Action): Promise<Record<string, string>> {
  const role = ROLES.toReversed().find((one) => !roleMay(one, permission));
  return role ? { cookie: (await signIn(company.people[role])).cookie } : { "x-api-key": key };
}
const call = (action: Action, headers: Record<string, string>) => {
  const place = places.get(`${action.file} ${action.name}`);
  if (!place) throw new Error(`The build has no action ${action.file} ${action.name}`);
  return callAction(action, place, { headers });
};
const isRefused = (returned: Returned | undefined): boolean => returned?.ok === false || returned?.status === "failed";

test("S6 server actions › each is called by its id in the build", () => {
  expect(actions.length).toBeGreaterThan(30);
  for (const { file, name } of actions) expect([...places.keys()]).toContain(`${file} ${name}`);
});

for (const action of actions) {
  const { file, name, permission } = action;
  test.describe(`S6 server actions › ${file.replace(/^app\/\[locale\]\//, "")} ${name}`, () => {
    let before: string;
    const state = () => stateOf([...Object.values(company.people), platform], company.id);
    let cookie: string;
    test.beforeAll(async () => {
      ({ cookie } = await signIn(whoMay(action)));
      await whoMayNot(action).then((headers) => {
        outsider = headers;
      });
      before = await state();
    });
    let outsider: Record<string, string>;

    test("nobody", async () => {
      const { answer, returned } = await call(action, ours());
      expect(answer.status, answer.text).toBe(200);
      expect(answer.headers["set-cookie"] ?? []).toEqual([]);
      if (permission === "public") expect(returned?.code).not.toBe("internal");
      else expect(isRefused(returned), answer.text).toBe(true);
      if (returned?.code && permission !== "public") expect(returned.code).toBe("unauthenticated");
    });

    if (permission !== "public")
      test("somebody who may not", async () => {
        const { answer, returned } = await call(action, { ...ours(), ...outsider });
        expect(isRefused(returned), answer.text).toBe(true);
        if (returned?.code) expect(returned.code).toBe("forbidden");
      });

    for (const [words, sent] of [
      ["another Origin", "https://evil.example"],
      ["Origin null", "null"],
      ["an Origin that begins as ours", `${origin()}.evil.example`],
    ] as const)
      test(words, async () => {
        const { answer } = await call(action, { origin: sent, cookie });
        expect(answer.status, answer.text).toBe(403);
        expect(problemOf(answer)?.detail).toMatch(/from another site/);
      });

    test("another Origin, which the request calls its host", async () => {
      const spoofed = {
        origin: "https://evil.example",
        "x-forwarded-host": "evil.example",
        host: new URL(origin()).host,
      };
      const { answer, returned } = await call(action, { ...spoofed, cookie });
      expect(answer.status === 403 || isRefused(returned), answer.text).toBe(true);
    });

    test("no Origin", async () => {
      const { answer, returned } = await call(action, { cookie });
      expect(isRefused(returned), answer.text).toBe(true);
      if (returned?.code) expect(returned.code).toBe("forbidden");
    });

    test("nothing was changed by any of them", async () => expect(await state()).toBe(before));

    test("who may is heard", async () => {
      const { answer, returned } = await call(action, { ...ours(), cookie });
      expect(answer.status, answer.text).toBe(200);
      expect(returned, answer.text).toBeDefined();
      expect(["unauthenticated", "forbidden", "internal"]).not.toContain(returned?.code);
    });
  });
}

import { expect, test } from "@playwright/test";
import { origin } from "../server";
import { type Action, actionPlaces, allActions, type Place } from "./actions";
import { type Call, callAction } from "./call-action";
import { type Cast, newCast, type Walker } from "./cast";
import { faultsOf, inParallel } from "./judge";
import { ODD_VALUES } from "./odd-values";
import { isDevelopment } from "./pages";
import { signIn } from "./world";

/** Names that inputs of actions have, so that a wrong value reaches what reads it. */
const FIELDS = [
  ...[
    "id",
    "email",
    "password",
    "name",
    "company",
    "locale",
    "token",
    "code",
    "mfa_token",
    "next",
    "role",
    "expires_at",
    "reason",
  ],
  ...[
    "minutes",
    "tenant_id",
    "version",
    "label",
    "passkey",
    "message",
    "signature",
    "address",
    "chain_id",
    "intent",
    "search",
  ],
  ...[
    "model_name",
    "manufacturer",
    "hashrate_th",
    "power_w",
    "release_year",
    "cooling",
    "current_password",
    "new_password",
    "scopes",
  ],
];
const WALKERS = ["nobody", "owner", "guest"];

const actions = await allActions();
let cast: Cast;
let places: Map<string, Place>;
test.beforeAll(async () => {
  cast = await newCast();
  places = actionPlaces(await isDevelopment());
});

/** The arguments of calls that no form makes. */
function* calls({ takes }: Action, ids: string[]): Generator<Omit<Call, "headers">> {
  if (takes === "nothing") return;
  for (const value of Object.values(ODD_VALUES)) {
    if (takes === "input") {
      yield { input: value };
      yield { input: Object.fromEntries(FIELDS.map((name) => [name, value])) };
      yield { input: { id: value } };
    } else if (typeof value === "string") yield { fields: Object.fromEntries(FIELDS.map((name) => [name, value])) };
  }
  for (const id of ids)
    yield takes === "input"
      ? { input: { id, version: 1 } }
      : { fields: { id, tenant_id: id, reason: "long enough a reason" } };
}

async function walk(walker: Walker, action: Action, place: Place): Promise<string[]> {
  const faults: string[] = [];
  let cookie = walker.person ? (await signIn(walker.person)).cookie : "";
  await inParallel([...calls(action, Object.values(cast.other.ids))], 4, async (call) => {
    const { answer, returned } = await callAction(action, place, {
      ...call,
      from: walker.from,
      headers: { origin: origin(), cookie },
    });
    const what = `${walker.name}, ${JSON.stringify(call).slice(0, 80)}`;
    // A form gives back the draft that was sent: what the walker named themselves is told to nobody.
    const sent = JSON.stringify(call);
    const secrets = walker.secrets.filter((secret) => !sent.includes(secret));
    faults.push(...(await faultsOf({ what, answer, secrets })));
    if (returned?.code === "internal") faults.push(`${what}: is a failure of ours: ${answer.text.slice(0, 300)}`);
    if (answer.headers["set-cookie"] && walker.person) cookie = (await signIn(walker.person)).cookie;
  });
  return faults;
}

for (const action of actions) {
  test(`The walk › ${action.file.replace(/^app\/\[locale\]\//, "")} ${action.name}`, async () => {
    test.setTimeout(900_000);
    const place = places.get(`${action.file} ${action.name}`);
    test.skip(!place && (await isDevelopment()), "its page was not opened yet");
    if (!place) throw new Error(`The build has no action ${action.name}`);
    for (const walker of cast.walkers.filter(({ name }) => WALKERS.includes(name)))
      expect(await walk(walker, action, place)).toEqual([]);
  });
}

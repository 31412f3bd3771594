import { expect, test } from "@playwright/test";
import { query } from "@/lib/testing/sql";
import { openStream, type Stream, tell } from "../live-stream";
import { ask, ourPage } from "../security/http";
import { type Company, newCompany, newKey, newPerson, signIn } from "../security/world";

// One after the other, in one worker: the first stream stays open to the end, for its sign of life.
test.describe.configure({ mode: "default" });

let company: Company;
let other: Company;
let first: Stream;
let openedAt = 0;
test.beforeAll(async () => {
  [company, other] = [await newCompany(), await newCompany()];
});
test.afterAll(() => first?.close());

const newOperator = () => newPerson(company.id, "operator");
const becomes = (what: () => unknown, ms = 5_000) => expect.poll(what, { timeout: ms, intervals: [20] });

test("a stream's head says what it is, and its first words come at once, whatever the reader could unpack", async () => {
  const { cookie } = await signIn(company.people.operator);
  openedAt = performance.now();
  first = await openStream({ cookie, "accept-encoding": "gzip, deflate, br" });
  expect(first.status).toBe(200);
  expect(first.headers).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-cache, no-transform",
    "x-accel-buffering": "no",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
  expect(first.headers["content-encoding"]).toBeUndefined();
  await becomes(() => first.frames().length).toBeGreaterThan(0);
  const { userId, tenantId } = company.people.operator;
  expect(JSON.parse(first.frames()[0]?.data ?? "")).toEqual({ user_id: userId, tenant_id: tenantId });
});

test("an event is there within moments, without what is inside, and with nobody whose it isn't", async () => {
  const strangers = [company.people.owner, company.people.client, other.people.operator];
  const theirs = await Promise.all(strangers.map(async (one) => openStream({ cookie: (await signIn(one)).cookie })));
  await tell("mine", company.people.operator);
  await becomes(() => first.heard(), 2_000).toContain("mine");
  for (const one of strangers) await tell(`own of ${one.userId}`, one);
  for (const [index, one] of strangers.entries())
    await becomes(() => theirs[index]?.heard()).toEqual([`own of ${one.userId}`]);
  expect(first.text()).not.toContain("not for pages");
  for (const one of theirs) one.close();
});

test("goes on after the last id: each event once", async () => {
  const person = await newOperator();
  const { cookie } = await signIn(person);
  const before = await openStream({ cookie });
  await tell("one", person);
  await becomes(() => before.heard()).toEqual(["one"]);
  before.close();
  await tell("two", person);
  await tell("three", person);
  const after = await openStream({ cookie, "last-event-id": before.lastId() });
  await tell("four", person);
  await becomes(() => after.heard()).toEqual(["two", "three", "four"]);
  const lost = await openStream({ cookie, "last-event-id": "of another place" });
  await becomes(() => lost.frames().map(({ event }) => event)).toContain("resync");
  after.close();
  lost.close();
});

test("ends with signing out, and with being signed out by somebody else, within two seconds", async () => {
  const person = await newOperator();
  const [here, elsewhere] = [await signIn(person), await signIn(person)];
  const [mine, far] = [
    await openStream({ cookie: here.cookie }),
    await openStream({ authorization: elsewhere.bearer }),
  ];
  const others = "/api/auth/sessions/revoke-others";
  expect((await ask({ method: "POST", path: others, headers: { ...ourPage(), cookie: here.cookie } })).status).toBe(
    200,
  );
  await becomes(() => far.isOver(), 2_000).toBe(true);
  expect([far.reason(), mine.isOver()]).toEqual(["ended", false]);
  await ask({ method: "POST", path: "/api/auth/logout", headers: { ...ourPage(), cookie: here.cookie } });
  await becomes(() => mine.isOver(), 2_000).toBe(true);
  expect((await openStream({ cookie: here.cookie })).status).toBe(401);
});

test("tells nothing that happens after access was taken away", async () => {
  const person = await newOperator();
  const stream = await openStream({ cookie: (await signIn(person)).cookie });
  await query("update user_access set has_access = false where user_id = $1", [person.userId]);
  await tell("too late", person);
  await becomes(() => stream.isOver()).toBe(true);
  expect([stream.reason(), stream.heard()]).toEqual(["ended", []]);
});

test("are six a person: the oldest ends for the seventh", async () => {
  const { cookie } = await signIn(await newOperator());
  const streams: Stream[] = [];
  for (let n = 0; n < 7; n++) streams.push(await openStream({ cookie }));
  await becomes(() => streams[0]?.reason()).toBe("replaced");
  expect(streams.slice(1).map((one) => one.isOver())).toEqual(Array(6).fill(false));
  for (const one of streams) one.close();
});

test("is for people who are signed in", async () => {
  expect((await openStream({})).status).toBe(401);
  expect((await openStream({ "x-api-key": await newKey(company) })).status).toBe(403);
});

test("gives a sign of life every 15 seconds, with a place to go on from", async () => {
  await becomes(() => first.text(), openedAt + 17_000 - performance.now()).toContain(": beat\nid: v1.");
  expect(first.isOver()).toBe(false);
});

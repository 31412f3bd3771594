import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { refuseOtherOrigin, requireSameOrigin } from "./same-origin";

const OURS = "https://mine.example:8443";

type Sent = { origin?: string; "sec-fetch-site"?: string };
type Door = typeof requireSameOrigin;

/** `undefined` for a request that passes, else what it is told. */
function refusal(door: Door, sent: Sent, origin = OURS): { code: string; message: string } | undefined {
  try {
    door(new Headers(sent), origin);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message };
  }
  return undefined;
}
const FORBIDDEN = { code: "forbidden", message: "This request was sent from another site." };

describe.each<[string, Door]>([
  ["a write in the name of a browser's session", requireSameOrigin],
  ["a door that programs use too", refuseOtherOrigin],
])("%s", (_, door) => {
  it.each<[string, Sent, string]>([
    ["our own page", { origin: OURS }, OURS],
    ["our own page in capitals", { origin: "https://MINE.example:8443" }, OURS],
    ["our own page behind a proxy that ends TLS", { origin: OURS }, "http://mine.example:8443"],
    ["our own page at the usual port", { origin: "https://mine.example" }, "https://mine.example:443"],
    ["our own page, whatever the browser adds", { origin: OURS, "sec-fetch-site": "cross-site" }, OURS],
    ["a machine of one's own", { origin: "http://localhost:3000" }, "http://localhost:3000"],
  ])("takes what comes from %s", (_from, sent, origin) => {
    expect(refusal(door, sent, origin)).toBeUndefined();
  });

  it.each<[string, Sent]>([
    ["another site", { origin: "https://evil.example" }],
    ["another port", { origin: "https://mine.example" }],
    ["a neighbour under the same name", { origin: "https://evil.mine.example:8443" }],
    ["a name that ends as ours", { origin: "https://notmine.example:8443" }],
    ["a name that begins as ours", { origin: "https://mine.example.evil.example:8443" }],
    ["our name as a user's", { origin: "https://mine.example:8443@evil.example" }],
    ["a page without an origin, as a frame in a sandbox has it", { origin: "null" }],
    ["nowhere", { origin: "" }],
    ["something that is no address", { origin: "mine.example:8443" }],
    ["a file", { origin: "file://" }],
    ["two origins at once", { origin: `${OURS}, https://evil.example` }],
    ["another site whose browser says it is ours", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
  ])("refuses what comes from %s", (_from, sent) => {
    expect(refusal(door, sent)).toEqual(FORBIDDEN);
  });

  it("takes from any origin what it takes from ours, and from no other", () => {
    const name = fc.array(fc.constantFrom("mine", "site", "example", "co"), { minLength: 1, maxLength: 3 });
    const site = fc
      .tuple(fc.constantFrom("http", "https"), name, fc.constantFrom("", ":3000", ":8443"))
      .map(([scheme, parts, port]) => ({
        origin: `${scheme}://${parts.join(".")}${port}`,
        host: parts.join(".") + port,
      }));
    fc.assert(
      fc.property(site, site, (ours, theirs) => {
        expect(refusal(door, { origin: ours.origin }, ours.origin)).toBeUndefined();
        expect(refusal(door, { origin: theirs.origin }, ours.origin) === undefined).toBe(theirs.host === ours.host);
      }),
      { numRuns: 500 },
    );
  });
});

describe("where no Origin is sent", () => {
  it.each<[string, Sent, typeof FORBIDDEN | undefined]>([
    ["a browser's session needs its word that the page is ours", {}, FORBIDDEN],
    ["our own page", { "sec-fetch-site": "same-origin" }, undefined],
    ["a neighbour's page", { "sec-fetch-site": "same-site" }, FORBIDDEN],
    ["another site's page", { "sec-fetch-site": "cross-site" }, FORBIDDEN],
    ["an address that was typed", { "sec-fetch-site": "none" }, FORBIDDEN],
    ["an empty word", { "sec-fetch-site": "" }, FORBIDDEN],
  ])("%s", (_, sent, told) => {
    expect(refusal(requireSameOrigin, sent)).toEqual(told);
  });

  it("a program passes", () => {
    expect(refusal(refuseOtherOrigin, {})).toBeUndefined();
  });
});

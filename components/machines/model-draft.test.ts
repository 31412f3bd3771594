import { expect, it } from "vitest";
import { draftEfficiency, draftOf, EMPTY_DRAFT, isShown, type ModelDraft, readDraft } from "./model-draft";

const draft = (over: Partial<ModelDraft> = {}): ModelDraft => ({
  model_name: " Acme  Nine ",
  manufacturer: "Acme",
  hashrate_th: "1,200.5",
  power_w: "20 000",
  release_year: "２０２４",
  cooling: "hydro",
  status: "announced",
  ...over,
});
const codes = (over: Partial<ModelDraft>) => {
  const read = readDraft(draft(over));
  return "errors" in read ? read.errors.map(({ path, code }) => `${path} ${code}`) : [];
};

it("reads numbers as people type them, and gives back what is stored", () => {
  const read = readDraft(draft());
  expect(read).toEqual({
    facts: {
      model_name: "Acme Nine",
      manufacturer: "Acme",
      hashrate_th: 1200.5,
      power_w: 20_000,
      release_year: 2024,
      cooling: "hydro",
      status: "announced",
    },
  });
  if ("facts" in read) expect(readDraft(draftOf(read.facts))).toEqual(read);
});

it.each<[Partial<ModelDraft>, string[]]>([
  [{ hashrate_th: "" }, ["hashrate_th required"]],
  [{ power_w: "lots", release_year: " " }, ["power_w not_a_number", "release_year required"]],
  [{ hashrate_th: "-5" }, ["hashrate_th too_small"]],
  [{ release_year: "2024.5" }, ["release_year invalid_type"]],
  [{ power_w: "3.5" }, ["power_w implausible"]],
  [{ model_name: "Acme 200T" }, ["model_name holds_bin"]],
  [{ cooling: "magic" }, ["cooling invalid_value"]],
])("says of %j what is wrong where", (over, expected) => {
  expect(codes(over)).toEqual(expected);
});

it("judges an empty form field by field", () => {
  const read = readDraft(EMPTY_DRAFT);
  expect("errors" in read && read.errors.map(({ path }) => path).sort()).toEqual([
    "hashrate_th",
    "manufacturer",
    "model_name",
    "power_w",
    "release_year",
  ]);
  expect("errors" in read && isShown(read.errors)).toBe(true);
  expect(isShown([{ path: "version", code: "invalid_type", message: "" }])).toBe(false);
});

it.each([
  ["200", "3,500", 17.5],
  ["0", "3500", null],
  ["200", "", null],
  ["-1", "5", null],
])("%s TH/s at %s W is %s J/TH", (hashrate_th, power_w, efficiency) => {
  expect(draftEfficiency(draft({ hashrate_th, power_w }))).toBe(efficiency);
});

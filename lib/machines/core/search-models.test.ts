import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedCatalogue } from "./catalogue/shipped-catalogue";
import { searchModels } from "./search-models";

const labels = (search: string) => searchModels(shippedCatalogue, { search }).map((model) => model.label);

describe("searchModels", () => {
  it("lists everything without a search, the newest and most efficient first", () => {
    const all = searchModels(shippedCatalogue, {});
    expect(all).toHaveLength(shippedCatalogue.length);
    expect(searchModels(shippedCatalogue, { search: "  " })).toEqual(all);
    for (const [at, model] of all.entries()) {
      const next = all[at + 1];
      if (!next) break;
      expect(model.release_year).toBeGreaterThanOrEqual(next.release_year);
      if (model.release_year === next.release_year) expect(model.efficiency).toBeLessThanOrEqual(next.efficiency);
    }
  });

  it("puts the whole name first, then names that begin so", () => {
    const found = labels("S21 Pro");
    expect(found.slice(0, 3).toSorted()).toEqual([
      "Antminer S21 Pro 220T",
      "Antminer S21 Pro 234T",
      "Antminer S21 Pro 245T",
    ]);
    expect(labels("s21").slice(0, 2).toSorted()).toEqual(["Antminer S21 188T", "Antminer S21 200T"]);
    expect(labels("s21").length).toBeGreaterThan(10);
  });

  it.each([
    ["s21 200t", "Antminer S21 200T"],
    ["200T S21", "Antminer S21 200T"],
    ["200 th/s s21", "Antminer S21 200T"],
    ["pro antminer s21 234", "Antminer S21 Pro 234T"],
    ["s21pro", "Antminer S21 Pro 234T"],
    ["ｓ２１　ＰＲＯ", "Antminer S21 Pro 234T"],
    ["bitmain xp hydro", "Antminer S21 XP Hyd 473T"],
    ["hydr s21 xp", "Antminer S21 XP Hyd 473T"],
    ["whats m66 imm", "WhatsMiner M66S 298T"],
    ["microbt immersion", "WhatsMiner M66S 298T"],
    ["avalonm 1246", "AvalonMiner 1246 90T"],
    ["m30s++", "WhatsMiner M30S++ 112T"],
    ["0s++", "WhatsMiner M30S++ 112T"],
    ["神马 m50", "WhatsMiner M50 114T"],
    ["比特大陆 t21", "Antminer T21 190T"],
  ])("%s finds %s", (search, label) => {
    expect(labels(search)).toContain(label);
  });

  it("wants every word", () => {
    expect(labels("s21 whatsminer")).toEqual([]);
    expect(labels("s21 pro hyd")).toEqual([]);
  });

  it.each(["%", "_", "s21%", "s_1", "\\", "'; drop table miner_models;--", "-", "()", "[", "*", "\u0000"])(
    "takes %j as text, not as a pattern",
    (search) => {
      expect(labels(search)).toEqual([]);
    },
  );

  it("filters by maker and cooling", () => {
    const found = searchModels(shippedCatalogue, { search: "a2", manufacturer: "bitdeer", cooling: "hydro" });
    expect(found.map((model) => model.label)).toEqual(["SealMiner A2 Pro Hydro 500T", "SealMiner A2 Hydro 446T"]);
    expect(searchModels(shippedCatalogue, { manufacturer: "比特微" }).length).toBeGreaterThan(20);
    expect(searchModels(shippedCatalogue, { manufacturer: "nobody" })).toEqual([]);
  });

  it("finds a machine by any part of its label, whatever is typed", () => {
    const part = fc.constantFrom(...shippedCatalogue).chain((model) =>
      fc
        .tuple(fc.nat(model.label.length - 1), fc.nat(model.label.length))
        .map(([from, length]) => ({ model, text: model.label.slice(from, from + length + 1).replace(/\s\S?$/, "") }))
        // A dot or a bracket alone asks for nothing that a name is made of.
        .filter(({ text }) => text === "" || /[\p{L}\p{N}]/u.test(text)),
    );
    fc.assert(fc.property(part, ({ model, text }) => searchModels(shippedCatalogue, { search: text }).includes(model)));
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => labels(text).length >= 0));
  });
});

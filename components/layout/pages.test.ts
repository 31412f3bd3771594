import { expect, it } from "vitest";
import { MENU, menuFor } from "@/lib/identity/core/menu";
import { accessOf, ROLES } from "@/lib/identity/policy";
import { memberPages, PAGES, VISITOR_PAGES } from "./pages";

it("has a page for every entry of the menu", () => {
  for (const { key } of MENU) expect(PAGES[key].href("en")).toMatch(/^\/en\//);
});

it("gives no two pages that one person sees the same jump, and none the keys of the search", () => {
  const shown = ROLES.map((role) =>
    memberPages(
      menuFor((module) => accessOf(role, module), { role, must_enrol: false, is_embedded: true }).map(({ key }) => key),
    ),
  );
  for (const keys of [VISITOR_PAGES, ...shown]) {
    const jumps = keys.map((key) => PAGES[key].jump);
    expect(new Set(jumps).size).toBe(jumps.length);
    expect(jumps).not.toContain("g");
  }
});

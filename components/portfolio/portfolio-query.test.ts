import { expect, it } from "vitest";
import { readAddress } from "@/lib/admin/core/address-query";
import { listQuery, nextOrder, portfolioQuery, unfiltered } from "./portfolio-query";

it("reads what an address says and forgets what makes no sense", () => {
  const query = portfolioQuery(
    readAddress({ show: "losing", site: " North ", sort: "profit", order: "up", by: "site", groups: "colour" }),
  );
  expect(query).toMatchObject({ show: "losing", site: "North", sort: "profit", order: undefined, by: "site" });
  expect(query.groups).toBeUndefined();
  expect(portfolioQuery(readAddress({ sort: "model" })).order).toBe("asc");
  expect(listQuery(query)).not.toHaveProperty("by");
  expect(unfiltered(query)).toMatchObject({ show: undefined, site: undefined, sort: "profit", by: "site" });
});

it("sorts words from A and figures from the most, and turns round what is sorted", () => {
  expect([nextOrder(true, undefined), nextOrder(false, undefined)]).toEqual(["asc", "desc"]);
  expect([nextOrder(true, "ascending"), nextOrder(false, "descending")]).toEqual(["desc", "asc"]);
});

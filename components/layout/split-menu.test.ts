import { expect, it } from "vitest";
import { splitMenu } from "./split-menu";

it("puts a short menu into the bar whole", () => {
  expect(splitMenu(["a", "b", "c", "d"])).toEqual({ bar: ["a", "b", "c", "d"], rest: [] });
});

it("keeps four of a longer one, and loses none", () => {
  expect(splitMenu(["a", "b", "c", "d", "e", "f"])).toEqual({ bar: ["a", "b", "c", "d"], rest: ["e", "f"] });
});

import { expect, test } from "vitest";
import { matcher } from "./pattern";

test.each([
  ["btc_price", "btc_price", true],
  ["btc_price", "btc_price2", false],
  ["price_trend:*", "price_trend:7d", true],
  ["price_trend:*", "price_trend:", true],
  ["price_trend:*", "my_price_trend:7d", false],
  ["*@mine", "user_stats:u@mine", true],
  ["*@mine", "user_stats:u@mines", false],
  ["a.c", "abc", false],
  ["a*c*", "abcd", true],
  ["*", "anything:at.all@x", true],
])("%s for %s: %s", (pattern, name, fits) => {
  expect(matcher(pattern)(name)).toBe(fits);
});

test.each(["", "a b", "a?", "[ab]", "a\\*", "ключ"])("%j is no pattern", (pattern) => {
  expect(() => matcher(pattern)).toThrow(TypeError);
});

import { describe, expect, it } from "vitest";
import { addressKey } from "./address-key";

describe("S10 rate limits › addressKey", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:DB8:1:3::1", "2001:db8:1:3::/64"],
    ["::1", "0:0:0:0::/64"],
    ["direct", "direct"],
    ["5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11", "5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11"],
  ])("counts %s as %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

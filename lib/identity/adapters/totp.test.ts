import { expect, it } from "vitest";
import { newTotpSecret, totpUrl } from "./totp";

it("a secret has 160 bits in base32, and is another one each time", () => {
  const secrets = new Set(Array.from({ length: 50 }, newTotpSecret));
  expect(secrets.size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
});

it("a QR code says issuer, account and how codes are made", () => {
  expect(totpUrl("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "ada+1@mine.example")).toBe(
    "otpauth://totp/HashInsight:ada%2B1%40mine.example?issuer=HashInsight&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30",
  );
});

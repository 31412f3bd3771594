import { describe, expect, it } from "vitest";
import { foreignForm } from "./foreign-form";

const sent = (values: Record<string, string>) => foreignForm(new Headers({ host: "mine.example", ...values }));
const action = { "next-action": "00ff" };

describe("foreignForm", () => {
  it.each([
    { ...action, origin: "https://evil.example" },
    { ...action, origin: "null" },
    { ...action, origin: "http://mine.example:8080" },
    { ...action, origin: "http://mine.example.evil.example" },
    { ...action, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "null", "content-type": "multipart/form-data; boundary=x" },
    { origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded" },
    { origin: "https://evil.example", "content-type": " Multipart/Form-Data;boundary=x" },
  ])("refuses %j", async (values) => {
    const answer = sent(values);
    expect(answer?.status).toBe(403);
    expect(await answer?.json()).toMatchObject({ code: "forbidden", detail: expect.stringContaining("another site") });
  });

  it.each([
    { ...action, origin: "http://mine.example" },
    { ...action, origin: "https://mine.example" },
    // `act` asks for more than that.
    action,
    { origin: "http://mine.example", "content-type": "multipart/form-data; boundary=x" },
    { origin: "https://evil.example", "content-type": "application/json" },
    { origin: "https://evil.example" },
  ])("leaves %j alone", (values) => expect(sent(values as Record<string, string>)).toBeUndefined());
});

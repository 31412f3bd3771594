import { describe, expect, it } from "vitest";
import { checkMail, type Mail } from "./mail";
import { MailFault } from "./mail-fault";

const mail: Mail = {
  to: "anna@example.com",
  subject: "Reset your password",
  text: "Hello",
  html: "<p>Hello</p>",
  locale: "en",
};
const refusal = (changed: Partial<Mail>): MailFault => {
  try {
    checkMail({ ...mail, ...changed });
  } catch (error) {
    if (error instanceof MailFault) return error;
    throw error;
  }
  return expect.fail("should have been refused");
};

describe("a mail", () => {
  it("goes through unchanged when it is in order", () => {
    expect(checkMail(mail)).toBe(mail);
    expect(checkMail({ ...mail, subject: "重置您的密码" }).subject).toBe("重置您的密码");
  });

  it.each<[string, Partial<Mail>, string]>([
    ["a second recipient", { to: "anna@example.com,bob@example.com" }, "(several)"],
    ["a header behind the recipient", { to: "anna@example.com\r\nBcc: bob@example.com" }, "(control)"],
    ["an @ of another script", { to: "anna＠example.com" }, "(not_ascii)"],
    ["a header behind the subject", { subject: "Hello\r\nBcc: bob@example.com" }, "line break"],
    ["a lone line feed in the subject", { subject: "Hello\nX: y" }, "line break"],
    ["a Unicode line separator in the subject", { subject: "Hello\u2028X: y" }, "line break"],
    ["a next-line character in the subject", { subject: "Hello\u0085X: y" }, "line break"],
    ["no subject", { subject: " " }, "1 to 250"],
    ["an endless subject", { subject: "x".repeat(251) }, "1 to 250"],
    ["no text", { text: "\n" }, "no text"],
    ["no HTML", { html: "" }, "no HTML"],
  ])("is refused for good with %s", (_, changed, words) => {
    const fault = refusal(changed);
    expect(fault.transient).toBe(false);
    expect(fault.message).toContain(words);
    expect(fault.message).not.toContain("bob@");
  });
});

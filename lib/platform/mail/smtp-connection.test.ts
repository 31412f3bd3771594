import { describe, expect, it } from "vitest";
import { smtpConnection } from "./smtp-connection";

describe("an SMTP address", () => {
  it("with smtps speaks TLS from the start", () => {
    expect(smtpConnection("smtps://post:s%40fe%3A%25@mail.example.com")).toEqual({
      host: "mail.example.com",
      port: 465,
      secure: true,
      requireTLS: false,
      ignoreTLS: false,
      auth: { user: "post", pass: "s@fe:%" },
    });
  });

  it.each(["mail.example.com", "10.0.0.5", "127.0.0.1.example.com", "localhost.example.com"])(
    "with smtp to %s demands STARTTLS",
    (host) => {
      expect(smtpConnection(`smtp://${host}`)).toEqual({
        host,
        port: 587,
        secure: false,
        requireTLS: true,
        ignoreTLS: false,
      });
    },
  );

  it.each([
    ["smtp://localhost:1025", "localhost"],
    ["smtp://127.0.0.1:1025/", "127.0.0.1"],
    ["smtp://[::1]:1025", "::1"],
  ])("with %s stays on this machine, unencrypted", (address, host) => {
    expect(smtpConnection(address)).toMatchObject({ host, port: 1025, requireTLS: false, ignoreTLS: true });
  });

  it.each([
    ["mail.example.com", "must look like"],
    ["http://mail.example.com", "must look like"],
    ["smtp://", "must look like"],
    ["smtp://mail.example.com:99999", "must look like"],
    ["smtps://mail.example.com?tls.rejectUnauthorized=false", "can't be switched off"],
    ["smtps://mail.example.com/path", "nothing behind the port"],
    ["smtp://hunter2@mail.example.com", "both user and password"],
    ["smtp://post:hunter2%@mail.example.com", "%25"],
  ])("%s is refused and not repeated", (address, words) => {
    expect(() => smtpConnection(address)).toThrow(words);
    expect(() => smtpConnection(address)).not.toThrow(/hunter2|example/);
  });
});

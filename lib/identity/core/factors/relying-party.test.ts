import { expect, it } from "vitest";
import { relyingParty } from "./relying-party";

it.each([
  ["http://localhost:3000", { id: "localhost", origin: "http://localhost:3000" }],
  ["https://mine.example.org", { id: "mine.example.org", origin: "https://mine.example.org" }],
  ["https://mine.example.org:8443", { id: "mine.example.org", origin: "https://mine.example.org:8443" }],
  ["http://127.0.0.1:3000", undefined],
  ["http://[::1]:3000", undefined],
])("the site at %s", (origin, site) => expect(relyingParty(origin)).toEqual(site));

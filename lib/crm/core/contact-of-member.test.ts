import { describe, expect, it } from "vitest";
import { contactOfMember } from "./contact-of-member";

const ada = { userId: "u", email: "ada@mine.example", name: "Ada", role: "client", hasAccess: true, isOpen: true };
const contact = { userId: "u", email: "ada@mine.example", name: "Ada" };

describe("the contact of a member", () => {
  it("is there for a client, with the portal while they have access", () => {
    expect(contactOfMember(ada, false)).toEqual({ ...contact, hasPortal: true });
    expect(contactOfMember({ ...ada, hasAccess: false }, true)).toEqual({ ...contact, hasPortal: false });
    expect(contactOfMember({ ...ada, isOpen: false }, false)).toEqual({ ...contact, hasPortal: false });
  });

  it("is not made for who is no client, and loses the portal when a client becomes something else", () => {
    expect(contactOfMember({ ...ada, role: "operator" }, false)).toBeNull();
    expect(contactOfMember({ ...ada, role: "operator" }, true)).toEqual({ ...contact, hasPortal: false });
  });
});

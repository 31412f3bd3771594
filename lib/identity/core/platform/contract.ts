import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { ById } from "../members/fields";
import {
  CloseTenant,
  ListSupport,
  ListTenants,
  StartSupport,
  SupportItem,
  SupportPage,
  TenantItem,
  TenantPage,
} from "./schemas";

const Nothing = z.strictObject({});

export const platformContract = {
  listTenants: contract("GET /api/platform/tenants", {
    summary: "The companies of this installation; of their business, nothing",
    permission: "platform:read",
    input: ListTenants,
    output: TenantPage,
  }),
  closeTenant: contract("POST /api/platform/tenants/{id}/close", {
    summary: "Close a company: nobody works in it until it is open again, and nothing is deleted",
    permission: "platform:write",
    input: CloseTenant,
    output: TenantItem,
  }),
  reopenTenant: contract("POST /api/platform/tenants/{id}/reopen", {
    summary: "Open a closed company again",
    permission: "platform:write",
    input: CloseTenant,
    output: TenantItem,
  }),
  startSupport: contract("POST /api/platform/support-access", {
    summary: "Look into a company, for a reason and a time; its owners get a mail and its audit log an entry",
    permission: "platform:write",
    input: StartSupport,
    output: SupportItem,
    status: 201,
    shownOnce: true,
  }),
  listAllSupport: contract("GET /api/platform/support-access", {
    summary: "Every look into a company, the newest first",
    permission: "platform:read",
    input: ListSupport,
    output: SupportPage,
  }),
  endOwnSupport: contract("POST /api/platform/support-access/end", {
    summary: "End the look into a company that this session is",
    permission: "account",
    input: Nothing,
    output: SupportItem,
    shownOnce: true,
  }),
  listSupport: contract("GET /api/support-access", {
    summary: "Who of the platform looked into the company, when and why",
    permission: "company:read",
    input: ListSupport,
    output: SupportPage,
  }),
  endSupport: contract("DELETE /api/support-access/{id}", {
    summary: "End a look into the company at once",
    permission: "company:write",
    input: ById,
    output: SupportItem,
  }),
};

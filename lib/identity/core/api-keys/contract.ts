import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { ByKeyId, ChangeKey, CreateKey, KeyItem, KeyList, NewKey, ReadUsage, RotateKey, UsageReport } from "./schemas";

export const apiKeysContract = {
  listKeys: contract("GET /api/keys", {
    summary: "The company's API keys, the newest first; those that ended more than 90 days ago are left out",
    permission: "integrations:read",
    input: z.strictObject({}),
    output: KeyList,
  }),
  createKey: contract("POST /api/keys", {
    summary: "Make an API key: the answer shows it once. Asks for a proof of identity, and takes no Idempotency-Key",
    permission: "integrations:write",
    input: CreateKey,
    output: NewKey,
    status: 201,
    shownOnce: true,
  }),
  changeKey: contract("PATCH /api/keys/{id}", {
    summary: "Change a key's name, scopes or allow-list. Asks for a proof of identity",
    permission: "integrations:write",
    input: ChangeKey,
    output: KeyItem,
  }),
  rotateKey: contract("POST /api/keys/{id}/rotate", {
    summary: "A new key with the same settings in the place of an old one, which works on for the overlap",
    permission: "integrations:write",
    input: RotateKey,
    output: NewKey,
    status: 201,
    shownOnce: true,
  }),
  revokeKey: contract("DELETE /api/keys/{id}", {
    summary: "End a key at once",
    permission: "integrations:write",
    input: ByKeyId,
    output: KeyItem,
  }),
  readUsage: contract("GET /api/keys/usage", {
    summary: "Calls a day by key, person and endpoint",
    permission: "integrations:read",
    input: ReadUsage,
    output: UsageReport,
  }),
};

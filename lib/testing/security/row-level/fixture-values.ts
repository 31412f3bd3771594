import { randomBytes, randomUUID } from "node:crypto";
import type { Owner } from "./fixture";

type Values = Record<string, (owner: Owner) => string>;

const hash = () => randomBytes(32).toString("hex");
const word = () => randomBytes(6).toString("hex");

/**
 * What a table's checks ask of a row beyond the types of its columns. Every guarded table has an entry, so that nobody
 * adds one without thinking of what the matrix writes into it.
 */
export const FIXTURE_VALUES: Record<string, Values> = {
  api_idempotency_records: { principal: ({ userId }) => userId },
  api_keys: { id: () => randomBytes(4).toString("hex"), secret_hash: hash },
  api_usage: {},
  audit_chain: { chain: ({ tenantId }) => tenantId },
  audit_checkpoints: { chain: ({ tenantId }) => tenantId },
  audit_log: {},
  audit_sealer: {},
  crm_contacts: {},
  fleet_days: {},
  fleet_files: {},
  fleet_results: {},
  event_dlq: { reason: () => "failed" },
  event_early: {},
  event_inbox: {},
  event_keys: {},
  event_outbox: { topic: () => "events.miner" },
  event_positions: {},
  event_replays: {},
  invitations: { token_hash: hash, role: () => "guest", email: () => `${word()}@mine.example` },
  login_records: {},
  long_work: { key: word },
  mails: {},
  miner_models: {
    id: () => randomUUID(),
    hashrate_th: () => "100",
    power_w: () => "2000",
    efficiency: () => "20",
    release_year: () => "2024",
    cooling: () => "air",
    source: () => "operator",
    confidence: () => "verified",
    status: () => "shipped",
  },
  one_time_tokens: { token_hash: hash },
  passkeys: {},
  portfolio_machines: { state: () => "live" },
  portfolio_totals: { state: () => "live" },
  portfolios: {},
  recovery_codes: {},
  refresh_tokens: { token_hash: hash },
  sessions: { sid_hash: hash },
  support_access: { expires_at: () => new Date(Date.now() + 3_600_000).toISOString() },
  tenants: { id: ({ tenantId }) => tenantId },
  user_access: { role: () => "operator", email: () => `${word()}@mine.example` },
  user_miners: { quantity: () => "10" },
  user_totp: {},
  users: { id: ({ userId }) => userId, email: () => `${word()}@mine.example`, locale: () => "en" },
  wallets: { address: () => `0x${randomBytes(20).toString("hex")}` },
};

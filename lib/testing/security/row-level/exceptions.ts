// What is open on purpose, each with its reason. A test fails for an entry that nothing needs any more.

/** Tables whose rows belong to nobody. */
export const SHARED: Record<string, string> = {
  _prisma_migrations: "the history of the schema, which /ready compares; the runtime role only reads it",
  difficulty_epochs: "public market data",
  history_imports: "which files of public market data were read",
  job_runs: "what the scheduled jobs came to, without a company's data",
  market_analytics: "public market data",
  market_days: "public market data",
  market_feeds: "the state of the feeds of public market data",
  market_readings: "public market data",
  network_snapshots: "public market data",
  rate_limits: "counts under keys that are hashes; asked before anybody is known",
  scheduled_jobs: "which jobs there are",
  scheduler_leader_lock: "which worker leads",
  system_performance_logs: "how the product kept its objectives, of all companies together",
  subscription_plans: "the price list; the runtime role only reads it",
};

/** Tables with rows of no company. */
export const WITHOUT_TENANT: Record<string, string> = {
  api_idempotency_records: "the answer to a person who works in no company, which is theirs alone",
  audit_chain: "the chain over the platform's own entries",
  audit_checkpoints: "the same chain's signed ends",
  audit_log: "what the system and the platform's administrators did",
  event_dlq: "events of no company",
  event_outbox: "what happened to no company, such as the platform's own",
  login_records: "attempts to sign in that opened no company",
  long_work: "what the machine asks itself for, and mail to a person about the account",
  mails: "mail to a person about the account",
  miner_models: "the shared catalogue, which every company sees",
  sessions: "a person who belongs to no company, and the platform's administrators",
};

/** Unique keys that don't begin with whose row it is. */
export const TELLING_KEYS: Record<string, string> = {
  api_idempotency_records_pkey: "random",
  api_keys_pkey: "eight random characters",
  audit_chain_audit_id_key: "only the sealer writes here",
  audit_chain_pkey: "only the sealer writes here; begins with the company's chain",
  audit_checkpoints_pkey: "only the sealer writes here; begins with the company's chain",
  audit_log_pkey: "one sequence for all: tells that somebody wrote, not who",
  audit_sealer_pkey: "only the sealer writes here",
  crm_contacts_pkey: "random",
  event_dlq_consumer_group_event_id_key: "only the event platform writes here",
  event_dlq_pkey: "only the event platform writes here",
  event_early_pkey: "only the event platform writes here",
  event_inbox_pkey: "only the event platform writes here",
  event_keys_pkey: "only the event platform writes here",
  event_outbox_pkey: "one sequence for all: tells that something happened, not to whom",
  event_positions_pkey: "only the event platform writes here",
  event_replays_pkey: "only the platform's administrators and the event platform write here",
  invitations_pkey: "random",
  invitations_token_hash_key: "a hash of a random secret",
  login_records_pkey: "one sequence for all: tells that somebody signed in, not who",
  long_work_key: "keys are the machine's own, without a company",
  long_work_pkey: "random",
  mails_pkey: "random",
  miner_models_pkey: "random, by its check, wherever a company's",
  one_time_tokens_pkey: "a hash of a random secret",
  passkeys_pkey: "random, made by the authenticator",
  recovery_codes_pkey: "a hash of a random secret",
  refresh_tokens_pkey: "a hash of a random secret",
  sessions_person_key: "random",
  sessions_pkey: "random",
  sessions_sid_hash_key: "a hash of a random secret",
  support_access_pkey: "random",
  user_access_pkey: "random",
  users_email_key: "an address is one account's; registering answers the same either way",
  wallets_pkey: "an address is one account's; linking it asks for its signature first",
};

/** References to somebody's row that the database alone would let anybody make. */
export const PLAIN_REFERENCES: Record<string, string> = {
  support_access_user_fkey: "only a platform administrator writes here, in their own name",
  user_miners_model_fkey: "a trigger asks that the company may see the model",
  user_access_user_fkey: "a company names whom it lets in; that opens nothing of the person's",
};

/** Functions that run as the owner of the tables. */
export const AS_OWNER: Record<string, string> = {
  outbox_drop_day: "drops a whole day that everybody has read, by its age alone",
  outbox_make_days: "makes partitions ahead, which is a change of the schema",
};

/** Cells of the matrix that are open, as "table: act: attacker". */
export const ON_PURPOSE: Record<string, string> = {
  "api_keys: select: the exact key alone": "a call with a key finds it before anybody is known",
  "api_keys: update own to other: other tenant":
    "refused behind the policies, by the composite reference to user_access",
  "api_usage: update own to other: other tenant": "a count of the own company that names a stranger shows them nothing",
  "audit_log: insert: a client of the same company": "their commands are entered too",
  "crm_contacts: update own to other: other tenant":
    "refused behind the policies, by the composite reference to user_access",
  "event_dlq: select: a platform administrator": "they replay what is dead; its values are shown to nobody else",
  "event_early: select: a platform administrator": "how many wait for the one ahead of them",
  "event_keys: select: a platform administrator": "which aggregates are parked",
  "event_outbox: insert: a client of the same company": "what they do is told too",
  "event_positions: select: a platform administrator": "how far the consumers are",
  "event_replays: insert: a platform administrator": "asking for a replay, which names who asked",
  "event_replays: select: a platform administrator": "what became of it",
  "invitations: select: the exact key alone": "whoever follows the link sees where it leads",
  "login_records: insert: a client of the same company": "their signing in is recorded too",
  "long_work: insert: a client of the same company": "what they do is asked for too",
  "long_work: select: a platform administrator": "how work fares; what it is about is not shown",
  "mails: insert: a client of the same company": "what they do sends mail too",
  "one_time_tokens: select: the exact key alone": "a link in a mail, followed by whoever has it",
  "passkeys: select: the exact key alone": "signing in with a passkey begins with its id",
  "refresh_tokens: select: the exact key alone": "a token is exchanged by whoever has it",
  "sessions: select: the exact key alone": "a request with a cookie finds its session",
  "sessions: update other: the exact key alone": "and keeps its idle time; whose it is stays",
  "support_access: reference: a platform administrator": "a look into a company begins so; the company sees it",
  "support_access: select: a platform administrator": "the looks that there were",
  "tenants: select: a client of the same company": "the name of the own company",
  "tenants: select: a platform administrator": "the list of companies, by name and plan",
  "tenants: update other: a platform administrator": "plans and closing",
  "user_access: reference: other tenant": PLAIN_REFERENCES.user_access_user_fkey ?? "",
  "users: select: the exact key alone": "signing in begins with the address",
  "wallets: select: the exact key alone": "signing in with a wallet begins with its address",
};

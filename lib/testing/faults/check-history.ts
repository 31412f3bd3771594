/** What writers were told: their write stands. */
export type Ack = { key: string; version: number };
/** What the outbox has. */
export type Written = {
  event_id: string;
  key: string;
  version: number;
  tenant: string | null;
  poison: boolean;
  amount: number;
};
/** What consumers did, in the order of their effects. */
export type Done = {
  group: string;
  event_id: string;
  key: string;
  version: number;
  tenant: string | null;
  seen_tenant: string | null;
};
export type Dead = { group: string; event_id: string; reason: string };
export type Ledger = { group: string; event_id: string; amount: number };
/** A slot of the schedule, and how many effects it had. */
export type Slot = { job: string; slot: string; runs: number };

export type History = {
  groups: readonly string[];
  acks: readonly Ack[];
  written: readonly Written[];
  done: readonly Done[];
  dead: readonly Dead[];
  ledger: readonly Ledger[];
  slots: readonly Slot[];
  /** How long after the last fault the lag was below a second; null: it never was. */
  lagBackMs: number | null;
};

const LAG_BACK_MS = 30_000;
const MOST = 5;

type Invariant = { name: string; faults(history: History): Iterable<string> };

/** The nine invariants of the event platform (docs/faults.md), each over a whole history after a fault. Pure. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: "what was acknowledged is written, and has one effect or one dead event for each group",
    *faults({ acks, written, groups, done, dead }) {
      const there = new Set(written.map(nameOf));
      for (const ack of acks) if (!there.has(nameOf(ack))) yield `${nameOf(ack)} was acknowledged and isn't written`;
      for (const group of groups) {
        const settled = new Set(
          [...done, ...dead].filter((one) => one.group === group).map(({ event_id }) => event_id),
        );
        for (const one of written) if (!settled.has(one.event_id)) yield `${group} has nothing of ${nameOf(one)}`;
      }
    },
  },
  {
    name: "nothing has its effect twice",
    *faults({ done, dead }) {
      for (const [name, times] of counted(done.map(({ group, event_id }) => `${group} ${event_id}`)))
        if (times > 1) yield `${name}: ${times} effects`;
      const dying = new Set(dead.map(({ group, event_id }) => `${group} ${event_id}`));
      for (const { group, event_id } of done)
        if (dying.has(`${group} ${event_id}`)) yield `${group} ${event_id}: an effect and dead`;
    },
  },
  {
    name: "the versions of an aggregate have their effects in order, without a gap",
    *faults({ groups, done }) {
      for (const group of groups) {
        const last = new Map<string, number>();
        for (const { key, version } of done.filter((one) => one.group === group)) {
          const expected = (last.get(key) ?? 0) + 1;
          if (version !== expected) yield `${group} ${key}: ${version} where ${expected} was due`;
          last.set(key, version);
        }
      }
    },
  },
  {
    name: "no effect without its event",
    *faults({ done, written }) {
      const there = new Set(written.map(({ event_id }) => event_id));
      for (const { group, event_id } of done)
        if (!there.has(event_id)) yield `${group} did ${event_id}, which nobody wrote`;
    },
  },
  {
    name: "the ledger sums to zero, and to what was written",
    *faults({ groups, ledger, written, done }) {
      for (const group of groups) {
        const own = ledger.filter((one) => one.group === group);
        const sum = own.reduce((total, { amount }) => total + amount, 0);
        if (sum !== 0) yield `${group}: the ledger sums to ${sum}`;
        const finished = new Set(done.filter((one) => one.group === group).map(({ event_id }) => event_id));
        const due = written
          .filter(({ event_id }) => finished.has(event_id))
          .reduce((total, { amount }) => total + amount, 0);
        const booked = own.filter(({ amount }) => amount > 0).reduce((total, { amount }) => total + amount, 0);
        if (booked !== due) yield `${group}: ${booked} is booked where ${due} was written`;
      }
    },
  },
  {
    name: "the company of an effect is that of its event",
    *faults({ done, written }) {
      const companies = new Map(written.map(({ event_id, tenant }) => [event_id, tenant]));
      for (const { group, event_id, tenant, seen_tenant } of done) {
        const own = companies.get(event_id) ?? null;
        if (tenant !== own || seen_tenant !== own)
          yield `${group} ${event_id}: ${own} became ${tenant}, worked in ${seen_tenant}`;
      }
    },
  },
  {
    name: "the lag is back under a second within thirty",
    *faults({ lagBackMs }) {
      if (lagBackMs === null || lagBackMs > LAG_BACK_MS)
        yield lagBackMs === null ? "it never was while that was waited for" : `it took ${lagBackMs} ms`;
    },
  },
  {
    name: "one run a slot of the schedule",
    *faults({ slots }) {
      for (const { job, slot, runs } of slots) if (runs !== 1) yield `${job} ${slot}: ${runs} runs`;
    },
  },
  {
    name: "only injected poison is dead, and what waits behind it",
    *faults({ dead, written }) {
      const byId = new Map(written.map((one) => [one.event_id, one]));
      const poisoned = new Set(written.filter(({ poison }) => poison).map(({ key }) => key));
      for (const { group, event_id, reason } of dead) {
        const event = byId.get(event_id);
        const isDue = event && (reason === "failed" ? event.poison : poisoned.has(event.key));
        if (!isDue) yield `${group} laid down ${event ? nameOf(event) : event_id} (${reason})`;
      }
    },
  },
];

/** What of the invariants doesn't hold, a line each; nothing when all do. */
export function checkHistory(history: History): string[] {
  return INVARIANTS.flatMap(({ name, faults }) => {
    const found = [...faults(history)];
    if (found.length === 0) return [];
    const more = found.length > MOST ? `, and ${found.length - MOST} more` : "";
    return [`${name}: ${found.slice(0, MOST).join("; ")}${more}`];
  });
}

const nameOf = ({ key, version }: { key: string; version: number }): string => `${key} v${version}`;

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

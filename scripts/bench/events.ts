import { missing } from "../kafka/missing";
import { asUser } from "../postgres/provision";
import { Refusal } from "../process/refusal";
import type { Bench, Row } from "./bench";
import { brokerRows } from "./events/broker-rows";
import { makeEffects } from "./events/effects";
import { growth } from "./events/growth";
import { type Brokers, onBrokers } from "./events/on-brokers";
import { onPostgres } from "./events/on-postgres";
import { portfolios } from "./events/portfolios";
import { growthRows, postgresRows } from "./events/postgres-rows";
import { withDatabase } from "./with-database";

const BACKLOG = 200_000;
const BROKERS: Brokers[] = ["kafka", "debezium"];
/** A backlog has whole rounds of a thousand aggregates. */
const ROUND = 1_000;

type Say = (line: string) => void;
type Chosen = { transport?: string; backlog?: string };

export const bench: Bench = {
  name: "events",
  summary: "Writes until they are visible, the way to the bus, backlogs drained, beside two job queues and Debezium",
  packages: ["pg", "kafkajs", "graphile-worker", "pg-boss"],
  options: {
    transport: "postgres, kafka or debezium alone",
    backlog: `how many events are drained (${BACKLOG}); a multiple of ${ROUND}`,
  },
  async run(say, { transport, backlog }: Chosen) {
    const events = sizeOf(backlog);
    const brokers = runnable(transport, say);
    const isLogical = brokers.includes("debezium");
    const onDatabase = (urls: { superuserUrl: string }) =>
      measure(urls.superuserUrl, { events, transport, brokers, say });
    return withDatabase(onDatabase, { logical: isLogical });
  },
};

type Plan = { events: number; transport: string | undefined; brokers: readonly Brokers[]; say: Say };

async function measure(superuserUrl: string, { events, transport, brokers, say }: Plan): Promise<Row[]> {
  const adminUrl = Object.assign(new URL(superuserUrl), {
    pathname: new URL(process.env.DATABASE_URL ?? "").pathname,
  }).toString();
  return asUser(adminUrl, async (admin) => {
    const ground = { admin, adminUrl, brokers: undefined, backlog: events, say };
    await makeEffects(admin);
    const keepers = await portfolios(admin);
    const rows: Row[] = [];
    if (transport === undefined || transport === "postgres") {
      rows.push(...postgresRows(await onPostgres(ground, keepers)));
      rows.push(...growthRows(await growth(ground)));
    }
    if (brokers.length > 0) rows.push(...brokerRows(await onBrokers(ground, keepers, brokers)));
    return rows;
  });
}

function sizeOf(given: string | undefined): number {
  const size = Number(given ?? BACKLOG);
  if (Number.isInteger(size / ROUND) && size > 0) return size;
  throw new Refusal(`A backlog of ${given} can't be filled.`, `Give a multiple of ${ROUND}.`);
}

/** Which of the wanted transports over Kafka this machine can run. */
function runnable(transport: string | undefined, say: Say): Brokers[] {
  if (transport !== undefined && ![...BROKERS, "postgres"].includes(transport))
    throw new Refusal(`There is no transport "${transport}".`, "There are: postgres, kafka, debezium.");
  const wanted = BROKERS.filter((one) => transport === undefined || transport === one);
  const lack = wanted.length > 0 ? missing("broker", "connect", "debezium") : undefined;
  if (lack !== undefined) say(`left out are ${wanted.join(" and ")}: ${lack}`);
  return lack === undefined ? wanted : [];
}

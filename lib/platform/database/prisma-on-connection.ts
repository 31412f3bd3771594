import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolClient } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { sentTogether } from "./sent-together";
import { statementName } from "./statement-name";

/**
 * Prisma on one connection of the pool, made once a connection (about 15 ms, 1.5 MB). A transaction of ours is begun and
 * ended on the connection itself: Prisma's own interactive transactions cost a new client, and a round trip more for
 * each of our statements, at every use (docs/decisions/14).
 */
export function prismaOn(connection: PoolClient): PrismaClient {
  const known = clients.get(connection);
  if (known) return known;
  const client = new PrismaClient({ adapter: new OneConnection(connection) });
  clients.set(connection, client);
  connection.once("end", () => void client.$disconnect());
  return client;
}

const clients = new WeakMap<PoolClient, PrismaClient>();

/** What Prisma asks for is a pool; this one has a single connection, which somebody else takes and gives back. */
class Held extends Pool {
  constructor(connection: PoolClient) {
    super();
    const ask = (...statement: Parameters<PoolClient["query"]>) =>
      sentTogether(connection, () => connection.query(...statement));
    this.query = ask as unknown as Pool["query"];
  }
}

class OneConnection extends PrismaPg {
  constructor(connection: PoolClient) {
    super(new Held(connection), { statementNameGenerator: ({ sql }) => statementName(sql) });
  }

  override async connect() {
    const adapter = await super.connect();
    // A write of several statements (one with relations) wants a transaction: it is in ours already, and fails with it.
    adapter.startTransaction = async () => ({
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      options: { usePhantomQuery: true },
      queryRaw: (query) => adapter.queryRaw(query),
      executeRaw: (query) => adapter.executeRaw(query),
      commit: async () => undefined,
      rollback: async () => undefined,
    });
    return adapter;
  }
}

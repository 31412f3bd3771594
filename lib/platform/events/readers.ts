import { inEvents } from "./in-events";
import { RELAY, type Reader } from "./positions";

/** The groups of consumers and their topics that were written down, whichever transport they read by. */
export const knownReaders = (): Promise<Reader[]> =>
  inEvents((transaction) =>
    transaction.ask<Reader>({
      name: "readers-known",
      text: `select consumer_group as group, topic from event_positions where consumer_group <> $1 order by 1, 2`,
      values: [RELAY.group],
    }),
  );

const began = new Map<string, Date>();

/** When a reader was first known here: how old an event of before was when it came says nothing of how quick we are. */
export async function readerBegan({ group, topic }: Reader): Promise<Date> {
  const known = began.get(`${group} ${topic}`);
  if (known) return known;
  await noteReaders([{ group, topic }]);
  const [row] = await inEvents((transaction) =>
    transaction.ask<{ began_at: Date }>({
      name: "reader-began",
      text: "select began_at from event_positions where consumer_group = $1 and topic = $2",
      values: [group, topic],
    }),
  );
  if (!row) throw new Error(`nobody reads ${topic} as ${group}`);
  began.set(`${group} ${topic}`, row.began_at);
  return row.began_at;
}

/** Writes down those that aren't yet, at the beginning of everything. */
export const noteReaders = (readers: readonly Reader[]): Promise<unknown> =>
  inEvents((transaction) =>
    transaction.ask({
      name: "readers-note",
      text: `insert into event_positions (consumer_group, topic, snapshot, cluster)
        select reader.group, reader.topic, '1:1:', '' from unnest($1::text[], $2::text[]) as reader ("group", topic)
        on conflict do nothing`,
      values: [readers.map(({ group }) => group), readers.map(({ topic }) => topic)],
    }),
  );

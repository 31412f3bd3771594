import type { Listed } from "@/lib/platform/cache/driver";

/**
 * What a cache holds, as a person reads it: a line for each kind of value, the largest first, and one for all of it.
 * `price_trend:7d` and `price_trend:30d` are of one kind.
 */
export function statsTable(listed: readonly Listed[]): string {
  const kinds = [...new Set(listed.map(kindOf))]
    .map((kind) =>
      lineOf(
        kind,
        listed.filter((one) => kindOf(one) === kind),
      ),
    )
    .sort((a, b) => b.bytes - a.bytes);
  const rows = [...kinds, lineOf("all", listed)].map(({ kind, count, fresh, bytes }) => [
    kind,
    String(count),
    String(fresh),
    kilobytes(bytes),
  ]);
  return [["kind", "values", "fresh", "size"], ...rows]
    .map(([kind = "", ...numbers]) => kind.padEnd(24) + numbers.map((text) => text.padStart(10)).join(""))
    .join("\n");
}

const kindOf = ({ name }: Listed): string => name.split(/[:@]/)[0] ?? name;

const lineOf = (kind: string, all: readonly Listed[]) => ({
  kind,
  count: all.length,
  fresh: all.filter(({ fresh }) => fresh).length,
  bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
});

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";

/** Spans that a choice offers; the address may name another. */
export const SPANS_H = [1, 24, 168] as const;

/** What the page shows, from the address. */
export function deadFilter(query: AddressQuery) {
  const address = readAddress(query);
  const hours = Number(address.text("hours"));
  return {
    group: address.text("group"),
    aggregate_key: address.text("key", 200),
    hours: Number.isInteger(hours) && hours >= 1 && hours <= 8_760 ? hours : undefined,
  };
}

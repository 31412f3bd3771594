import ipaddr from "ipaddr.js";

/**
 * What an address is counted by: IPv4 as it is, also in IPv6 clothes; of IPv6 the network (/64), for whoever has one
 * address there has all 2^64. Anything else stands for itself.
 */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

import ipaddr from "ipaddr.js";

/** The one metadata service that answers from a public range (Azure's wire server). */
const METADATA = new Set(["168.63.129.16"]);

/** IANA gives out global addresses from here alone; all else, with the mapped and translated forms, is refused. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether a server out on the internet can have this address. `text` is an IP address as the resolver or the URL
 * parser writes it; anything else, and every special range (loopback, private, shared, link-local, multicast,
 * documentation, IPv4 inside IPv6 by any of its ways, …), is no.
 */
export function isPublicAddress(text: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return ipaddr.IPv4.parse(text).range() === "unicast" && !METADATA.has(text);
  }
  if (!ipaddr.IPv6.isValid(text)) return false;
  const address = ipaddr.IPv6.parse(text);
  if (address.zoneId || !address.match(GLOBAL_V6) || address.range() !== "unicast") return false;
  return !carriesIPv4(address.parts);
}

/** ISATAP puts an IPv4 address behind `0:5efe` or `200:5efe` in any network's range (RFC 5214). */
const carriesIPv4 = (parts: readonly number[]): boolean =>
  parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x200);

/** Whether an address is in a list of addresses and CIDR ranges, IPv4 or IPv6. An empty list lets everybody in. */
export function isListed(address: string, list: readonly string[]): boolean {
  if (list.length === 0) return true;
  const bits = bitsOf(address);
  return bits !== undefined && list.some((entry) => covers(entry, bits));
}

/** Whether a text is an address or a range that `isListed` understands. */
export function isListEntry(entry: string): boolean {
  const [address = "", length, more] = entry.split("/");
  const bits = bitsOf(address);
  if (bits === undefined || more !== undefined) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits.length);
}

function covers(entry: string, bits: string): boolean {
  const [address = "", length] = entry.split("/");
  const own = bitsOf(address);
  if (!isListEntry(entry) || own?.length !== bits.length) return false;
  const kept = length === undefined ? own.length : Number(length);
  return own.slice(0, kept) === bits.slice(0, kept);
}

/** The first 96 bits of an IPv4 address in IPv6 clothes (RFC 4291). */
const MAPPED = "0".repeat(80) + "1".repeat(16);

/** The address as 32 or 128 binary digits; an IPv4 address in IPv6 clothes counts as IPv4. */
function bitsOf(address: string): string | undefined {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  const bits = plain.includes(":") ? bitsOfV6(plain) : bitsOfV4(plain);
  return bits?.startsWith(MAPPED) ? bits.slice(MAPPED.length) : bits;
}

function bitsOfV4(address: string): string | undefined {
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.map((part) => Number(part).toString(2).padStart(8, "0")).join("");
}

function bitsOfV6(address: string): string | undefined {
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(halves.length === 2 ? missing : 0).fill("0"), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16).toString(2).padStart(16, "0")).join("");
}

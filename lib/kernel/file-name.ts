/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Words of an address or a file's name: lower-case ASCII letters and digits with hyphens between; empty if none is left. */
export const slug = (text: string, most = 60): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\+/g, " plus ")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, most)
    .replace(/^-+|-+$/g, "");

/**
 * A name that somebody gave to a file, as one that every system can store: no folders, no control and no invisible
 * characters (which can turn `fdp.exe` around), no device, at most 120 characters with the ending kept.
 */
export function safeFileName(name: string, fallback: string): string {
  const bare = (name.normalize("NFC").split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .replace(DEVICE, "_$1");
  if (bare === "") return fallback;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(bare)?.[0] ?? "";
  const stem = Array.from(bare.slice(0, bare.length - ending.length));
  return stem.slice(0, 120 - ending.length).join("") + ending;
}

/**
 * The header of a download (RFC 6266): an ASCII name for old programs and the full one as RFC 8187 writes it.
 * Whatever the name holds, the header is one line that nothing can break out of.
 */
export function contentDisposition(name: string): string {
  const safe = safeFileName(name, "download");
  const ascii = safe
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|[%\\"]/gu, "_");
  const plain = `attachment; filename="${ascii}"`;
  return ascii === safe ? plain : `${plain}; filename*=UTF-8''${percent(safe)}`;
}

const percent = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The address of `path` (from the host's root) on the host of `base`. A base that already names the beginning
 * of the path doesn't get it twice: `https://mempool.space/api` + `/api/v1/prices` → `https://mempool.space/api/v1/prices`.
 * Any other path of the base stays in front, as for a proxy.
 */
export function joinUrl(base: string, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(base);
  const prefix = url.pathname.replace(/\/+$/, "");
  if (path !== "") url.pathname = path.startsWith(`${prefix}/`) ? path : prefix + path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

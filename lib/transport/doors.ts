import type { Contract, Method } from "@/lib/kernel/contract";

type Door = { method: Method; pattern: RegExp };

// The socket in front of Next (scripts/web/server.ts) asks, from outside of Next's bundle.
const shared = globalThis as typeof globalThis & {
  hashinsightDoors?: Map<string, Door>;
  hashinsightMethods?: (path: string) => string[];
};
shared.hashinsightDoors ??= new Map();
shared.hashinsightMethods = methodsAt;

/** Notes that an address takes a method: a route notes all of its own when it is loaded, before it is asked anything. */
export function noteDoor({ method, path }: Pick<Contract, "method" | "path">): void {
  const pattern = new RegExp(`^${path.replaceAll(/[.]/g, "\\.").replaceAll(/\{\w+\}/g, "[^/]+")}/?$`);
  shared.hashinsightDoors?.set(`${method} ${path}`, { method, pattern });
}

/** What may be asked at an address, as `Allow` says it; nothing where no route that was loaded has it. */
export function methodsAt(path: string): string[] {
  const doors = [...(shared.hashinsightDoors?.values() ?? [])].filter(({ pattern }) => pattern.test(path));
  if (doors.length === 0) return [];
  const methods = new Set<string>(doors.map(({ method }) => method));
  // Next answers these by itself.
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods.add("OPTIONS")].toSorted();
}

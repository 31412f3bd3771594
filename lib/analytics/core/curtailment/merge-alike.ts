import type { Machine } from "./problem";

/** Machines of the same hashrate and power as one, called as the first of them. */
export function mergeAlike(machines: readonly Machine[]): Machine[] {
  const alike = new Map<string, Machine>();
  for (const machine of machines) {
    const key = `${machine.hashrateThs} ${machine.powerW}`;
    const first = alike.get(key);
    alike.set(key, first ? { ...first, quantity: first.quantity + machine.quantity } : machine);
  }
  return [...alike.values()];
}

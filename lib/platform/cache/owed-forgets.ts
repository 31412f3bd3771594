import { setTimeout as wait } from "node:timers/promises";
import type { CacheDriver } from "./driver";
import { matcher } from "./pattern";

const RETRY_MS = 1_000;
/** More than that are one: everything. */
const MOST = 500;

type Debt = { pattern: string; fits(name: string): boolean; told?: Promise<number> };

/** What a store has not yet forgotten though it was told to: until it has, its values of these keys are wrong. */
export class OwedForgets {
  #owed = new Set<Debt>();

  constructor(private readonly store: Pick<CacheDriver, "forget">) {}

  has(name: string): boolean {
    if (this.#owed.size === 0) return false;
    for (const { fits } of this.#owed) if (fits(name)) return true;
    return false;
  }

  /** Tells the store, and goes on telling it should it fail now. Undefined: it has not heard yet. */
  async forget(pattern: string): Promise<number | undefined> {
    const debt: Debt = { pattern, fits: matcher(pattern) };
    this.#owed.add(debt);
    try {
      debt.told = this.#pay(debt);
      return await debt.told;
    } catch {
      if (this.#owed.size > MOST) this.#joinAll();
      else void this.#insist(debt);
      return undefined;
    }
  }

  /** Once each was told at least once. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#owed].map(({ told }) => told));
  }

  async #pay(debt: Debt): Promise<number> {
    const count = await this.store.forget(debt.pattern);
    this.#owed.delete(debt);
    return count;
  }

  async #insist(debt: Debt): Promise<void> {
    while (this.#owed.has(debt)) {
      await wait(RETRY_MS, undefined, { ref: false });
      if (this.#owed.has(debt)) await this.#pay(debt).catch(() => undefined);
    }
  }

  #joinAll(): void {
    this.#owed.clear();
    const all = { pattern: "*", fits: () => true };
    this.#owed.add(all);
    void this.#insist(all);
  }
}

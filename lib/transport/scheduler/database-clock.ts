/**
 * The database's time between two looks at it, carried on by this machine's steady clock: whatever its wall clock says
 * doesn't matter.
 */
export class DatabaseClock {
  #told = 0;
  #toldAt = 0;

  set(now: Date): void {
    this.#told = now.getTime();
    this.#toldAt = performance.now();
  }

  readonly now = (): Date => new Date(this.#told + performance.now() - this.#toldAt);

  msToNextSecond(): number {
    return 1_000 - this.now().getMilliseconds();
  }
}

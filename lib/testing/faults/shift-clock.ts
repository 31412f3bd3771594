// Loaded before all else into a process of the fault tests: its wall clock is wrong by FAULT_CLOCK_MS.
const RealDate = Date;
const shiftMs = Number(process.env.FAULT_CLOCK_MS ?? 0);

globalThis.Date = new Proxy(RealDate, {
  construct: (real, given, target) =>
    Reflect.construct(real, given.length === 0 ? [RealDate.now() + shiftMs] : given, target),
  apply: () => new RealDate(RealDate.now() + shiftMs).toString(),
  get: (real, name) => (name === "now" ? () => RealDate.now() + shiftMs : Reflect.get(real, name)),
});

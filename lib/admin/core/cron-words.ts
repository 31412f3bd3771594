/** A clock as a page says it; `other` is written as it stands. */
export type CronWords =
  | { kind: "second" }
  | { kind: "seconds"; every: number }
  | { kind: "minute" }
  | { kind: "minutes"; every: number }
  | { kind: "hourly"; minute: number }
  | { kind: "daily"; time: string }
  | { kind: "other"; cron: string };

/** What a clock of five or six fields means, for the kinds that the worker's jobs have. */
export function cronWords(cron: string): CronWords {
  const fields = cron.trim().split(/\s+/);
  const [second, minute, hour, ...days] = fields.length === 6 ? fields : ["0", ...fields];
  const other: CronWords = { kind: "other", cron };
  if (minute === undefined || hour === undefined || days.some((field) => field !== "*")) return other;
  const everyHour = hour === "*";
  if (everyHour && minute === "*" && second === "*") return { kind: "second" };
  if (everyHour && minute === "*" && stepOf(second)) return { kind: "seconds", every: stepOf(second) };
  if (second !== "0") return other;
  if (everyHour && minute === "*") return { kind: "minute" };
  if (everyHour && stepOf(minute)) return { kind: "minutes", every: stepOf(minute) };
  if (!/^\d{1,2}$/.test(minute)) return other;
  if (everyHour) return { kind: "hourly", minute: Number(minute) };
  return /^\d{1,2}$/.test(hour)
    ? { kind: "daily", time: `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}` }
    : other;
}

const stepOf = (field: string | undefined): number => Number(/^\*\/(\d{1,2})$/.exec(field ?? "")?.[1] ?? 0);

const DAY_MS = 24 * 3_600_000;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

export type TimeRange = { from?: Date; before?: Date };

/** A span of time in UTC from days or points in time; a day at its end counts whole, a point in time not. */
export function timeRange({ from, to }: { from?: string | undefined; to?: string | undefined }): TimeRange {
  return {
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { before: new Date(new Date(to).getTime() + (IS_DAY.test(to) ? DAY_MS : 0)) }),
  };
}

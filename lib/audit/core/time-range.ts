const DAY_MS = 86_400_000;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A span of time in UTC from days or moments; a day at its end counts whole, a moment not. */
export const timeRange = (span: { from?: string | undefined; to?: string | undefined }) => ({
  from: span.from === undefined ? undefined : new Date(span.from),
  before: span.to === undefined ? undefined : new Date(Date.parse(span.to) + (IS_DAY.test(span.to) ? DAY_MS : 0)),
});

import { cx } from "class-variance-authority";

/** Holds the place of what is loading, at its size. Still on purpose: motion would promise progress. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx("block rounded-md bg-raised", className)} />;
}

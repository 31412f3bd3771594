import type { ReactNode } from "react";
import { EmptyState } from "../ui/empty-state";
import { FilteredEmpty } from "../ui/filtered-empty";

type Props = {
  /** The filters in force, in words. */
  filters: readonly string[];
  clearHref: string;
  /** Why there is nothing where no filter hides it. */
  title: string;
  text?: ReactNode;
};

/** A list without rows: its filters leave nothing, or there is nothing yet. */
export function EmptyList({ filters, clearHref, title, text }: Props) {
  if (filters.length === 0) return <EmptyState title={title} text={text} />;
  return <FilteredEmpty filters={filters.join(" · ")} clearHref={clearHref} />;
}

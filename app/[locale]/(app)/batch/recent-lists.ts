import type { RecentList } from "@/components/batch/recent-lists";
import { findUpload } from "@/lib/calculator/use-cases/fleet/find-upload";
import { FleetCalculation } from "@/lib/calculator/work";
import type { Locale } from "@/lib/kernel/context";
import { load } from "@/lib/transport/load";
import { listWork } from "@/lib/work/use-cases/own-work";
import { ifThere } from "../../(admin)/admin/miners/there";

const LOOKED_AT = 30;
const SHOWN = 5;

/** The reader's last lists, the newest first: the work that computes a list has its id. */
export async function recentLists(locale: Locale): Promise<RecentList[]> {
  const { items } = await load(listWork, { limit: LOOKED_AT }, locale);
  const last = items.filter(({ kind }) => kind === FleetCalculation.name).slice(0, SHOWN);
  const lists = await Promise.all(last.map(({ id }) => ifThere(load(findUpload, { id }, locale))));
  return lists.flatMap((list) => {
    if (!list) return [];
    const { id, file_name, created_at, computed, kept } = list;
    const { machines, daily_profit } = computed?.totals ?? { machines: null, daily_profit: null };
    return [{ id, file_name, created_at, machines, daily_profit, isKept: kept !== null }];
  });
}

import type { TellingCtx } from "@/lib/kernel/context";
import type { CompanyChanged } from "../events";

export type ToldCompany = {
  id: string;
  name: string;
  plan: string;
  isDemo: boolean;
  closedAt: Date | null;
  eventVersion: number;
};

/** Tells how a company is after a write of its row, which has raised its `eventVersion`. */
export function tellCompany({ emit }: TellingCtx, type: typeof CompanyChanged, company: ToldCompany): void {
  const { id, name, plan, isDemo, closedAt, eventVersion } = company;
  emit(type, {
    entityId: id,
    key: `company:${id}`,
    version: eventVersion,
    tenantId: id,
    userId: null,
    payload: { name, plan, is_demo: isDemo, closed_at: closedAt?.toISOString() ?? null },
  });
}

import type { UnitOfWork } from "@/lib/kernel/context";
import type { Keeper } from "@/lib/machines/index";
import { ask } from "@/lib/platform/unit-of-work";
import type { PortfolioOrder, PortfolioShow, PortfolioSort } from "../core/portfolio/list-choices";

type InUnit = { unit: UnitOfWork };

/** What is asked for of a portfolio's rows. */
export type ListWanted = {
  show: PortfolioShow;
  sort: PortfolioSort;
  order: PortfolioOrder;
  /** Only rows of this model. */
  model?: string | undefined;
  /** Only rows of this site; null: of none. */
  site: string | null | undefined;
  /** Only rows with this in their label or site, or of one of `found`: models that have it in their name. */
  search: string | undefined;
  found: readonly string[];
  /** Every model that the list may have, in the order of their names. */
  named: readonly string[];
  /** After the row with this id. */
  cursor?: string | undefined;
  limit: number;
};

/** The ids of one page, and what all rows that fit come to. */
export type ListFound = { ids: string[]; rows: number; machines: number; dailyProfit: number };

/**
 * One page of a portfolio's rows. `assumedPrice`: where a row has none of its own. A row has a place by a number or by a
 * word, as the list is sorted; of rows at one place the last added comes first, whichever way.
 */
export async function findRows(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  { show, sort, order, model, site, search, found, named, cursor, limit }: ListWanted,
  assumedPrice: number,
): Promise<ListFound> {
  const [row] = await ask<{ ids: string[] | null; rows: string; machines: string; profit: string }>(ctx, {
    name: "portfolio-list",
    text: `with kept as (
      select u.id, u.quantity, f.daily_profit,
        case $7 when 'model' then coalesce(array_position($8::text[], u.miner_model_id), 0) when 'quantity' then u.quantity
          when 'price' then coalesce(u.electricity_usd_per_kwh, $9::numeric) when 'hashrate' then coalesce(f.hashrate_th, 0)
          when 'profit' then coalesce(f.daily_profit, 0) else 0 end * case $10 when 'asc' then 1 else -1 end as number,
        case $7 when 'site' then coalesce(lower(u.site), '') when 'added' then u.id::text else '' end as word,
        case $11 when 'retired' then u.retired_at is not null else u.retired_at is null
            and ($11 = 'all' or f.daily_profit < 0) end
          and ($3::text is null or u.miner_model_id = $3) and ($4::text is null or u.site is not distinct from nullif($4, ''))
          and ($5::text is null or u.label ilike $5 or u.site ilike $5 or u.miner_model_id = any ($6::text[])) as fits
      from user_miners u
      left join portfolio_machines f on f.tenant_id = u.tenant_id and f.user_id = u.user_id and f.machine_id = u.id
      where u.tenant_id = $1 and u.user_id = $2
    ), placed as (
      select kept.id, row_number() over (order by kept.number, case $10 when 'asc' then kept.word end,
        case $10 when 'asc' then null else kept.word end desc, kept.id desc) as place from kept where kept.fits
          or kept.id = $12::uuid
    ), page as (
      select placed.id, placed.place from placed join kept on kept.id = placed.id
      where kept.fits and placed.place > coalesce((select place from placed where id = $12::uuid), 0)
      order by placed.place limit $13
    )
    select (select array_agg(id order by place) from page) as ids, count(*) as rows, coalesce(sum(quantity), 0) as machines,
      coalesce(sum(daily_profit), 0) as profit
    from kept where fits`,
    values: [
      ...[tenantId, userId, model ?? null, site === null ? "" : (site ?? null)],
      ...[search === undefined ? null : likely(search), found, sort, named, assumedPrice, order, show],
      ...[cursor ?? null, limit],
    ],
  });
  return {
    ids: row?.ids ?? [],
    rows: Number(row?.rows),
    machines: Number(row?.machines),
    dailyProfit: Number(row?.profit),
  };
}

/** Anywhere in it; what has a meaning in a pattern stands for itself. */
const likely = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

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
    // Rows and figures are brought together by a grouping, never by a join: right after ten thousand rows were added the
    // database believes that there are none, and a join that it plans for none takes half a minute.
    text: `with parts as (
      select id, miner_model_id, quantity, electricity_usd_per_kwh as price, label, site, retired_at,
        null::numeric as hashrate_th, null::numeric as profit
      from user_miners where tenant_id = $1 and user_id = $2
      union all
      select machine_id, null, null, null, null, null, null, hashrate_th, daily_profit
      from portfolio_machines where tenant_id = $1 and user_id = $2
    ), kept as (
      select id, max(miner_model_id) as model, max(quantity) as quantity, max(price) as price, max(label) as label,
        max(site) as site, max(retired_at) as retired_at, max(hashrate_th) as hashrate_th, max(profit) as profit
      from parts group by id
    ), placed as (
      select id, quantity, profit,
        case $7 when 'model' then coalesce(array_position($8::text[], model), 0) when 'quantity' then quantity
          when 'price' then coalesce(price, $9::numeric) when 'hashrate' then coalesce(hashrate_th, 0)
          when 'profit' then coalesce(profit, 0) else 0 end * case $10 when 'asc' then 1 else -1 end as number,
        case $7 when 'site' then coalesce(lower(site), '') when 'added' then id::text else '' end as word,
        case $11 when 'retired' then retired_at is not null else retired_at is null and ($11 = 'all' or profit < 0) end
          and ($3::text is null or model = $3) and ($4::text is null or site is not distinct from nullif($4, ''))
          and ($5::text is null or label ilike $5 or site ilike $5 or model = any ($6::text[])) as fits
      from kept
    ), numbered as (
      select *, row_number() over (order by number, case $10 when 'asc' then word end,
        case $10 when 'asc' then null else word end desc, id desc) as place
      from placed where fits or id = $12::uuid
    ), page as (
      select id, place from numbered
      where fits and place > coalesce((select place from numbered where id = $12::uuid), 0) order by place limit $13
    )
    select (select array_agg(id order by place) from page) as ids, count(*) as rows, coalesce(sum(quantity), 0) as machines,
      coalesce(sum(profit), 0) as profit
    from placed where fits`,
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

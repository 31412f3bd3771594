import { z } from "zod";
import { nameField } from "../name-field";
import { MINER_LIMITS } from "./miner-limits";

const FIRST_DAY = "2009-01-03";
const LAST_DAY = "2199-12-31";

/** A number that is rounded to so many decimals; what would become nothing by that is refused. */
const amount = ([min, max]: readonly [number, number], digits: number, unit: string) => {
  const kept = (value: number) => Math.round(value * 10 ** digits) / 10 ** digits;
  return z
    .number({ error: `A number from ${min} to ${max} ${unit}.` })
    .min(min, { error: `At least ${min} ${unit}.` })
    .max(max, { error: `At most ${max} ${unit}.` })
    .refine((value) => value === 0 || kept(value) !== 0, {
      error: `Nothing finer than ${(10 ** -digits).toFixed(digits)} ${unit} is kept.`,
      params: { code: "too_fine" },
    })
    .overwrite(kept);
};

const isInRange = (time: string): boolean => time.slice(0, 10) >= FIRST_DAY && time.slice(0, 10) <= LAST_DAY;

const DAY = "A day such as 2026-01-31, or a time in UTC such as 2026-01-31T08:00:00Z.";
const PurchasedAt = z
  .union([z.iso.date(), z.iso.datetime()], { error: DAY })
  .refine(isInRange, { error: `From ${FIRST_DAY} to ${LAST_DAY}.` })
  .meta({ description: "A day, then its midnight in UTC, or a time", example: "2026-01-31" });

/** What may be said of machines besides which and how many; `null` takes it away again. */
const DETAILS = {
  electricity_cost: amount(MINER_LIMITS.electricity_cost, 6, "US dollars per kWh")
    .nullish()
    .meta({ description: "US dollars per kWh, to six decimals; without it the assumed price", example: 0.06 }),
  label: nameField(60, "What you call them").nullish(),
  site: nameField(60, "Where they stand").nullish(),
  purchased_at: PurchasedAt.nullish(),
  cost_usd: amount(MINER_LIMITS.cost_usd, 2, "US dollars")
    .nullish()
    .meta({ description: "US dollars paid for all of them together, to the cent", example: 30000 }),
} as const;

const MODEL = {
  miner_model: z
    .string({ error: "Name the machine." })
    .trim()
    .min(1, { error: "Name the machine." })
    .max(100, { error: "A machine's name has at most 100 characters." })
    .optional()
    .meta({ description: "A name, with or without its bin", example: "Antminer S21 200T" }),
  miner_model_id: z.string().min(1).max(120).optional().meta({ description: "Its id instead of its name" }),
} as const;

const quantity = z
  .int({ error: "A whole number of machines." })
  .min(MINER_LIMITS.quantity[0], { error: "At least one machine." })
  .max(MINER_LIMITS.quantity[1], { error: "At most 1,000,000 machines." })
  .meta({ example: 10 });

type Named = { miner_model?: string | undefined; miner_model_id?: string | undefined };
const TWICE = "Give the name or the id of the machine, not both.";
const isNamedOnce = ({ miner_model, miner_model_id }: Named): boolean =>
  miner_model === undefined || miner_model_id === undefined;
const isNamed = ({ miner_model, miner_model_id }: Named): boolean =>
  miner_model !== undefined || miner_model_id !== undefined;

/** Said together with what is wrong with other fields, not after it. */
const when = ({ value }: { value: unknown }): boolean => typeof value === "object" && value !== null;

export const AddUserMiner = z
  .strictObject({ ...MODEL, quantity, ...DETAILS })
  .refine(isNamed, { path: ["miner_model"], error: "Say which machine: by miner_model or miner_model_id.", when })
  .refine(isNamedOnce, { path: ["miner_model_id"], error: TWICE, when });

const MinerId = z.uuid({ error: "The id of one of your machines." });
const Version = z.int().min(1).meta({ description: "Of the row that was read" });

export const ChangeUserMiner = z
  .strictObject({ ...MODEL, quantity: quantity.optional(), ...DETAILS, id: MinerId, version: Version })
  .refine(isNamedOnce, { path: ["miner_model_id"], error: TWICE, when });

export const UserMinerId = z.strictObject({ id: MinerId });
export const UserMinerAndVersion = z.strictObject({ id: MinerId, version: Version });

export const ListUserMiners = z.strictObject({
  limit: z.coerce
    .number({ error: "A whole number from 1 to 200." })
    .int({ error: "A whole number from 1 to 200." })
    .min(1, { error: "At least 1." })
    .max(200, { error: "At most 200." })
    .default(50),
  cursor: z.uuid({ error: "Not a cursor: begin again without it." }).optional().meta({
    description: "next_cursor of the page before",
  }),
});

const orNull = z.number().nullable();

/** Machines of one model that a person keeps. */
export const UserMiner = z
  .object({
    id: z.uuid(),
    version: z.int().min(1).meta({ description: "For If-Match" }),
    miner_model_id: z.string(),
    miner_model: z.string().meta({ description: "With the bin; the id where the model isn't shown to you any more" }),
    quantity: z.int(),
    hashrate_th: orNull.meta({ description: "TH/s of one, as the catalogue has it" }),
    power_w: orNull.meta({ description: "W of one at the wall, as the catalogue has it" }),
    electricity_cost: orNull.meta({ description: "US dollars per kWh; null: the assumed price" }),
    label: z.string().nullable(),
    site: z.string().nullable(),
    purchased_at: z.iso.datetime().nullable(),
    cost_usd: orNull.meta({ description: "US dollars paid for all of them together" }),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    retired_at: z.iso.datetime().nullable().meta({ description: "Since when they count no more" }),
  })
  .meta({ id: "UserMiner" });
export type UserMiner = z.output<typeof UserMiner>;

export const UserMinerPage = z
  .object({ items: z.array(UserMiner), next_cursor: z.string().nullable() })
  .meta({ id: "UserMinerPage" });

/** What a write answers. */
export const WrittenUserMiner = UserMiner.extend({
  portfolio_version: z.int().min(1).meta({
    description: "Of your portfolio after this write: GET /api/portfolio includes it once up_to_version is as high",
  }),
}).meta({ id: "WrittenUserMiner" });

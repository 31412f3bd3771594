import { z } from "zod";
import { canonicalJson } from "./entry-hash";
import { PLATFORM_CHAIN } from "./log-entry";

/** What is signed: that a chain had this hash at this number on this day (UTC). */
export type ChainMark = { chain: string; seq: number; hash: string; day: string };

/** A signed mark, as it lies in the database and, a second time, outside of it. Key and signature are base64url. */
export const Checkpoint = z.strictObject({
  chain: z.union([z.uuid(), z.literal(PLATFORM_CHAIN)]),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  day: z.iso.date(),
  signed_at: z.iso.datetime(),
  public_key: z.string(),
  signature: z.string(),
});
export type Checkpoint = z.output<typeof Checkpoint>;

/** The text that a checkpoint's signature is made over. */
export const markText = ({ chain, seq, hash, day }: ChainMark): string => canonicalJson({ chain, seq, hash, day });

import { z } from "zod";

/** A file as a door hands it over. */
export type SentFile = { name: string; bytes: Uint8Array };

const isSentFile = (value: unknown): value is SentFile =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  "bytes" in value &&
  value.bytes instanceof Uint8Array;

/** The field of a form in which a table comes as a file; `description` says what stands in it. */
export const fileField = (description: string) =>
  z
    .custom<SentFile>(isSentFile, { error: "Send a file: .csv or .xlsx." })
    .meta({ override: { type: "string", format: "binary", description } });

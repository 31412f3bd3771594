import type { z } from "zod";
import type { Permission } from "./context";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** One REST endpoint: the shape of a use case as HTTP sees it. OpenAPI, routes and tests all read this. */
export type Contract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  method: Method;
  /** Parameters as `{id}`. */
  path: `/${string}`;
  summary: string;
  permission: Permission;
  input: I;
  output: O;
  status: number;
  /** A door for a file (`lib/transport/upload.ts`) takes a form. */
  consumes: "application/json" | "multipart/form-data";
  /**
   * `text/plain` doors answer one number and no more; `application/octet-stream` stands for a file of any type; of
   * `text/event-stream` the output is what one event's data is.
   */
  produces: "application/json" | "text/plain" | "application/octet-stream" | "text/event-stream";
  /** A change of a row that others may have changed: `If-Match` names its version, which the input calls `version`. */
  versioned: boolean;
  /** The answer carries a secret that is never stored: a repeated write isn't recognised by a key (`secretAnswer`). */
  shownOnce: boolean;
};

type Details<I, O> = {
  summary: string;
  permission: Permission;
  input: I;
  output: O;
  status?: number;
  consumes?: "multipart/form-data";
  produces?: "text/plain" | "application/octet-stream" | "text/event-stream";
  versioned?: true;
  shownOnce?: true;
};

/** `contract("GET /api/btc-price", { … })` */
export function contract<I extends z.ZodType, O extends z.ZodType>(
  line: `${Method} /${string}`,
  details: Details<I, O>,
): Contract<I, O> {
  const [method, path] = line.split(" ") as [Method, `/${string}`];
  return {
    status: 200,
    consumes: "application/json",
    produces: "application/json",
    versioned: false,
    shownOnce: false,
    ...details,
    method,
    path,
  };
}

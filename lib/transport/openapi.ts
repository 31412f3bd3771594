import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Contract } from "@/lib/kernel/contract";
import { SECURITY_SCHEMES, securityOf } from "./openapi-security";
import { IS_KEY } from "./preconditions";
import { STATUS } from "./problem";

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    mfa_token: z.string().optional().meta({ description: "With mfa_required: what POST /api/auth/mfa takes" }),
    mfa_methods: z
      .array(z.enum(["otp", "passkey"]))
      .optional()
      .meta({ description: "With mfa_required: the second factors that are set up" }),
  })
  .meta({ id: "Problem", description: "RFC 9457 problem document" });

/** The whole REST surface as an OpenAPI 3.1 document, made of the contracts and nothing else. */
export function openapi(contracts: readonly Contract[], version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const contract of contracts) {
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation(contract) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "HashInsight",
      version,
      description:
        "JSON is snake_case, money is US dollars unless the name says `_sats` or `_btc`, times are ISO 8601 in UTC, what doesn't exist is null. Errors are told in English whatever `Accept-Language` says; go by their `code`.",
    },
    components: { securitySchemes: SECURITY_SCHEMES },
    paths,
  });
}

function operation(contract: Contract): ZodOpenApiOperationObject {
  const inPath = [...contract.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const shape = contract.input instanceof z.ZodObject ? (contract.input.shape as Record<string, z.ZodType>) : {};
  const part = (wanted: (name: string) => boolean) =>
    z.strictObject(
      Object.fromEntries(Object.entries(shape).filter(([name]) => wanted(name))) as Record<string, z.ZodType>,
    );
  const path = part((name) => inPath.includes(name));
  const rest = part((name) => !inPath.includes(name) && !(contract.versioned && name === "version"));
  const hasRest = Object.keys(rest.shape).length > 0;
  const inBody = contract.method !== "GET";
  const isRepeatable = takesKey(contract);
  const header = z.object({
    ...(contract.versioned ? IF_MATCH : {}),
    ...(isRepeatable ? IDEMPOTENCY_KEY : {}),
    ...(contract.produces === "text/event-stream" ? LAST_EVENT_ID : {}),
  });
  const answered = z.object({ ...(isRow(contract) ? ETAG : {}), ...(isRepeatable ? REPLAYED : {}) });
  return {
    operationId: operationId(contract),
    summary: contract.summary,
    description:
      contract.permission === "public"
        ? "Public: no login needed."
        : `Needs the permission \`${contract.permission}\`.`,
    security: securityOf(contract),
    requestParams: {
      ...(inPath.length > 0 ? { path } : {}),
      ...(!inBody && hasRest ? { query: rest } : {}),
      ...(Object.keys(header.shape).length > 0 ? { header } : {}),
    },
    ...(inBody && hasRest
      ? {
          requestBody: {
            required: true,
            content: {
              [contract.consumes]: { schema: inPath.length > 0 || contract.versioned ? rest : contract.input },
            },
          },
        }
      : {}),
    responses: {
      [String(contract.status)]: {
        description: "Done",
        ...(Object.keys(answered.shape).length > 0 ? { headers: answered } : {}),
        content: { [contract.produces]: { schema: contract.output } },
      },
      default: {
        description: `A problem: ${Object.entries(STATUS)
          .map(([code, status]) => `${status} ${code}`)
          .join(", ")}`,
        content: { "application/problem+json": { schema: Problem } },
      },
    },
  };
}

const IF_MATCH = {
  "If-Match": z.string().meta({ description: "The version that was read, in quotes", example: '"3"' }),
};

const IDEMPOTENCY_KEY = {
  "Idempotency-Key": z.string().regex(IS_KEY).optional().meta({
    description: "A key of your own, such as a UUID: sent again within a day, the same request gets the first answer",
  }),
};

const LAST_EVENT_ID = {
  "Last-Event-ID": z.string().optional().meta({
    description: "The `id` that was received last: what happened since comes first. Browsers send it by themselves",
  }),
};

const REPLAYED = {
  "Idempotency-Replayed": z
    .literal("true")
    .optional()
    .meta({ description: "The answer is that of an earlier request" }),
};

const ETAG = { ETag: z.string().meta({ description: "The row's version, for `If-Match`", example: '"3"' }) };

/** Writes of whoever is known, but for those whose answer is a secret that is never stored. */
const takesKey = ({ method, permission, shownOnce }: Contract): boolean =>
  method !== "GET" && permission !== "public" && !shownOnce;

/** Whether the answer is an editable row. */
const isRow = ({ output }: Contract): boolean =>
  output instanceof z.ZodObject && output.shape.version instanceof z.ZodNumber;

/** `GET /api/plain/btc-price` → `getApiPlainBtcPrice` */
function operationId(contract: Contract): string {
  const words = contract.path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return contract.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

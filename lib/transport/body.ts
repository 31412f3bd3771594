import type { Actor } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

const MAX_BODY_BYTES = 1_000_000;

/** What a door takes as a body: of these types (the advice says which), read as the fields of the input. */
export type BodyReader = {
  types: RegExp;
  advice: string;
  read(request: Request, actor: Actor): Promise<Record<string, unknown>>;
};

const TYPES = /^application\/json\s*(;|$)/i;

/** JSON as a body: an object of at most so many bytes. A visitor with more is asked to sign in (`visitorBytes`). */
export const jsonBodyWithin = (limits: { bytes: number; visitorBytes?: number }): BodyReader => ({
  types: TYPES,
  advice: "Send JSON, with the header content-type: application/json.",
  read: (request, actor) => readJsonObject(request, limitFor(limits, actor)),
});

export const jsonBody = jsonBodyWithin({ bytes: MAX_BODY_BYTES });

type Limit = { bytes: number; refusal: AppError };

function limitFor({ bytes, visitorBytes }: { bytes: number; visitorBytes?: number }, actor: Actor): Limit {
  const tooMuch = (most: number) => `The body is larger than ${most.toLocaleString("en")} bytes`;
  if (visitorBytes === undefined || actor.kind !== "anonymous")
    return { bytes, refusal: new AppError("too_large", `${tooMuch(bytes)}.`) };
  const more = `: sign in to send up to ${bytes.toLocaleString("en")}.`;
  return { bytes: visitorBytes, refusal: new AppError("unauthenticated", tooMuch(visitorBytes) + more) };
}

/** Anything but a JSON object within the limit is `bad_request`, or the limit's refusal. */
async function readJsonObject(request: Request, { bytes, refusal }: Limit): Promise<Record<string, unknown>> {
  const text = (await readBytes(request, bytes, refusal)).toString("utf8");
  // A write that takes no words, such as signing out. Many programs announce JSON with every request.
  if (text === "" && TYPES.test(request.headers.get("content-type") ?? "application/json")) return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_request", "The body is not JSON. Send a JSON object.", {}, { cause });
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new AppError("bad_request", "The body must be a JSON object.");
  }
  return body as Record<string, unknown>;
}

/** The whole body. It is cut off at the limit, whatever length it announced: then the refusal is thrown. */
export async function readBytes(request: Request, maxBytes: number, refusal: AppError): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw refusal;
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw refusal;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

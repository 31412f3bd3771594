import { AppError } from "@/lib/kernel/errors";

const MAX_BODY_BYTES = 1_000_000;

/** What a door takes as a body: of these types (the advice says which), read as the fields of the input. */
export type BodyReader = {
  types: RegExp;
  advice: string;
  read(request: Request): Promise<Record<string, unknown>>;
};

export const jsonBody: BodyReader = {
  types: /^application\/json\s*(;|$)/i,
  advice: "Send JSON, with the header content-type: application/json.",
  read: readJsonObject,
};

/** Reads a JSON object of at most 1 MB. Anything else is `bad_request`, `too_large` when it is more. */
async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  const tooMuch = `The body is larger than ${MAX_BODY_BYTES.toLocaleString("en")} bytes.`;
  const text = (await readBytes(request, MAX_BODY_BYTES, tooMuch)).toString("utf8");
  // A write that takes no words, such as signing out. Many programs announce JSON with every request.
  if (text === "" && jsonBody.types.test(request.headers.get("content-type") ?? "application/json")) return {};
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

/** The whole body. It is cut off at the limit, whatever length it announced: `too_large` with the message. */
export async function readBytes(request: Request, maxBytes: number, tooMuch: string): Promise<Buffer> {
  const tooLarge = () => new AppError("too_large", tooMuch);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

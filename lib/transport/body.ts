import { AppError } from "@/lib/kernel/errors";

const MAX_BODY_BYTES = 1_000_000;

const tooLarge = () =>
  new AppError("too_large", `The body is larger than ${MAX_BODY_BYTES.toLocaleString("en")} bytes.`);

/** Reads a JSON object of at most 1 MB. Anything else is `bad_request`, `too_large` when it is more. */
export async function readJsonObject(request: Request): Promise<Record<string, unknown>> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const text = await readText(request);
  // A write that takes no words, such as signing out; who announces JSON must send some.
  if (text === "" && !request.headers.has("content-type")) return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new AppError(
      "bad_request",
      'The body is not JSON. Send an object such as {"electricity_cost": 0.06}.',
      {},
      { cause },
    );
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new AppError("bad_request", "The body must be a JSON object.");
  }
  return body as Record<string, unknown>;
}

async function readText(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

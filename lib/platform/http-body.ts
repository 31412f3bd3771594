import { HttpFault } from "./http-fault";

/** The body as text, read piece by piece and given up at the first byte above the limit. */
export async function readLimited(response: Response, maxBytes: number, where: string): Promise<string> {
  const tooLarge = () => new HttpFault("too_large", `${where}: the answer is larger than ${maxBytes} bytes`);
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    void response.body?.cancel();
    throw tooLarge();
  }
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Some sources send JSON as text/plain or with no type at all; what says it is something else is believed. */
const MAY_BE_JSON = /^(application\/([\w.+-]+\+)?json|text\/(plain|json|javascript)|application\/octet-stream)\b/i;

export function parseJson(response: Response, body: string, where: string): unknown {
  const type = response.headers.get("content-type");
  if (type !== null && !MAY_BE_JSON.test(type)) {
    throw new HttpFault("not_json", `${where}: answered ${type.slice(0, 60)} instead of JSON`);
  }
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new HttpFault("not_json", `${where}: the answer is not JSON`, {}, { cause: error });
  }
}

import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Contract } from "@/lib/kernel/contract";
import { AppError, fieldRefusal } from "@/lib/kernel/errors";
import type { UseCase } from "@/lib/kernel/use-case";
import { type BodyReader, readBytes } from "./body";
import { type Limiter, serve } from "./serve";

type Options = {
  /** Of the file. */
  maxBytes: number;
  limiter?: Limiter;
};

/** For the fields beside the file, and what a form is wrapped in. */
const WRAPPING_BYTES = 128 << 10;
const MOST_PARTS = 12;

/** A file as the input has it under `file`. For an idempotency key it counts by its content. */
class UploadedFile {
  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
  ) {}
  toJSON() {
    return { name: this.name, sha256: createHash("sha256").update(this.bytes).digest("hex") };
  }
}

/**
 * The REST door for one file: a form (`multipart/form-data`, the file under `file`, other fields beside it) or the bare
 * text of a CSV (`text/csv`, other fields in the query). In all else as `serve`. Throws `too_large` (413) as soon as more
 * than the limit has come in, `bad_request` for a body that is no such form.
 */
export function serveUpload<I extends z.ZodType, O extends z.ZodType, U extends z.ZodType>(
  contract: Contract<I, O>,
  useCase: UseCase<I, U>,
  { maxBytes, ...options }: Options,
) {
  return serve(contract, useCase, { ...options, body: uploadBody(maxBytes) });
}

const ADVICE = "Send a form (multipart/form-data) with the file in its field `file`, or a CSV as text/csv.";

function uploadBody(maxBytes: number): BodyReader {
  const megabytes = Math.round((maxBytes / (1 << 20)) * 10) / 10;
  const tooMuch = () =>
    fieldRefusal("too_large", "file", "large_file", `The file is larger than ${megabytes} MB: send it in parts.`);
  return {
    types: /^(multipart\/form-data|text\/csv)\s*(;|$)/i,
    advice: ADVICE,
    async read(request) {
      const type = request.headers.get("content-type") ?? "";
      if (/^text\/csv\s*(;|$)/i.test(type))
        return { file: new UploadedFile("upload.csv", await readBytes(request, maxBytes, tooMuch())) };
      const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type)?.slice(1).find(Boolean);
      if (!/^multipart\/form-data\s*;/i.test(type) || boundary === undefined) throw new AppError("bad_request", ADVICE);
      const body = await readBytes(request, maxBytes + WRAPPING_BYTES, tooMuch());
      const fields = await fieldsOf(body, boundary, type);
      const { file } = fields;
      if (file instanceof UploadedFile && file.bytes.byteLength > maxBytes) throw tooMuch();
      return fields;
    },
  };
}

async function fieldsOf(body: Buffer, boundary: string, type: string): Promise<Record<string, unknown>> {
  if (countOf(body, `--${boundary}`) > MOST_PARTS + 1)
    throw new AppError("bad_request", `The form has more than ${MOST_PARTS} fields.`);
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch((cause: unknown) => {
      throw new AppError("bad_request", `The form can't be read. ${ADVICE}`, {}, { cause });
    });
  const fields = new Map<string, unknown>();
  for (const [name, value] of form) {
    if (fields.has(name)) throw new AppError("bad_request", `"${name}" is sent twice.`);
    if (typeof value === "string") fields.set(name, value);
    else if (name !== "file") throw new AppError("bad_request", `Send the file in the field "file", not "${name}".`);
    else fields.set(name, new UploadedFile(value.name, new Uint8Array(await value.arrayBuffer())));
  }
  return Object.fromEntries(fields);
}

/** Up to one more than may be. */
function countOf(body: Buffer, mark: string): number {
  let count = 0;
  for (let at = body.indexOf(mark); at !== -1 && count <= MOST_PARTS + 1; at = body.indexOf(mark, at + 1)) count++;
  return count;
}

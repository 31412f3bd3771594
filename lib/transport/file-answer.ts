import { contentDisposition } from "@/lib/kernel/file-name";

/** A file as a use case makes it. */
export type FileAnswer = { file_name: string; content_type: string; bytes: Uint8Array };

export const isFileAnswer = (output: unknown): output is FileAnswer =>
  typeof output === "object" &&
  output !== null &&
  "file_name" in output &&
  "content_type" in output &&
  "bytes" in output &&
  output.bytes instanceof Uint8Array;

/** The file as a download. */
export function fileResponse({ file_name, content_type, bytes }: FileAnswer, headers: Headers): Response {
  headers.set("content-type", content_type);
  headers.set("content-length", String(bytes.byteLength));
  headers.set("content-disposition", contentDisposition(file_name));
  return new Response(new Uint8Array(bytes), { headers });
}

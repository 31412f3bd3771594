import { contentDisposition } from "@/lib/kernel/file-name";
import { log } from "@/lib/platform/log";

/** A file as a use case makes it: whole, or piece by piece while it is sent. */
export type FileAnswer = {
  file_name: string;
  content_type: string;
  bytes: Uint8Array | AsyncIterable<Uint8Array>;
};

export const isFileAnswer = (output: unknown): output is FileAnswer =>
  typeof output === "object" &&
  output !== null &&
  "file_name" in output &&
  "content_type" in output &&
  "bytes" in output &&
  (output.bytes instanceof Uint8Array || isPieces(output.bytes));

const isPieces = (bytes: unknown): bytes is AsyncIterable<Uint8Array> =>
  typeof bytes === "object" && bytes !== null && Symbol.asyncIterator in bytes;

/** The file as a download. */
export function fileResponse({ file_name, content_type, bytes }: FileAnswer, headers: Headers): Response {
  headers.set("content-type", content_type);
  headers.set("content-disposition", contentDisposition(file_name));
  if (isPieces(bytes)) return new Response(streamOf(bytes, headers.get("x-request-id")), { headers });
  headers.set("content-length", String(bytes.byteLength));
  return new Response(new Uint8Array(bytes), { headers });
}

/** The next piece is made when the one before has gone out; who hangs up ends the making. */
function streamOf(bytes: AsyncIterable<Uint8Array>, requestId: string | null): ReadableStream<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        // The status has gone out already: all that can be said is that the file is not whole.
        log.error({ err: error, request_id: requestId }, "a file broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

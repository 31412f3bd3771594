import { machinesContract } from "@/lib/machines/contract";
import { IMPORT_LIMITS } from "@/lib/machines/core/import/schemas";
import { previewImport } from "@/lib/machines/use-cases/preview-import";
import { serveUpload } from "@/lib/transport/upload";

export const POST = serveUpload(machinesContract.previewImport, previewImport, { maxBytes: IMPORT_LIMITS.bytes });

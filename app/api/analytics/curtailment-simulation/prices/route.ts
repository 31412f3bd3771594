import { curtailmentContract } from "@/lib/analytics/core/curtailment/contract";
import { readPriceFile } from "@/lib/analytics/use-cases/read-price-file";
import { serveUpload } from "@/lib/transport/upload";

export const POST = serveUpload(curtailmentContract.readPriceFile, readPriceFile, { maxBytes: 4 << 20 });

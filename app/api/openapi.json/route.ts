import { contracts } from "@/app/contracts";
import { openapi } from "@/lib/transport/openapi";
import packageJson from "@/package.json";

const document = openapi(contracts, packageJson.version);

export const GET = () =>
  Response.json(document, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "public, max-age=300",
      "access-control-allow-origin": "*",
    },
  });

import { exportLogins } from "@/lib/identity/use-cases/members/export-logins";
import { download } from "@/lib/transport/download";
import { loginFilter } from "../login-filter";

export const GET = download(exportLogins, {
  input: (request) => loginFilter(Object.fromEntries(new URL(request.url).searchParams)),
});

import { redirect } from "next/navigation";
import { identityContract } from "@/lib/identity/contract";
import { verifyEmail } from "@/lib/identity/use-cases/verify-email";
import { paths } from "@/lib/paths";
import { languageOf } from "@/lib/transport/request-language";
import { serve } from "@/lib/transport/serve";

const verify = serve(identityContract.verifyEmail, verifyEmail);

/** A browser is led to a page with a button: programs that look into mails open links too, and must not confirm anything. */
export async function GET(request: Request, route: { params: Promise<{ token: string }> }): Promise<Response> {
  if (!request.headers.get("accept")?.includes("text/html")) return verify(request, route);
  redirect(paths.verifyEmail(languageOf(request.headers), (await route.params).token));
}

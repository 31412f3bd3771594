import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import { problem } from "@/lib/transport/problem";

/** The least that a POST can cost here, for `npm run bench -- api` to compare with. There only when BENCH_ROUTES=on. */
export async function POST(request: Request): Promise<Response> {
  if (process.env.BENCH_ROUTES !== "on")
    return problem(new AppError("not_found", "There is nothing here."), newRequestId());
  await request.json();
  return Response.json({ ok: true });
}

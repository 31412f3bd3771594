import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import { benchLoop, benchQuery } from "@/lib/transport/bench";
import { problem } from "@/lib/transport/problem";

/** What benches compare with. There only when BENCH_ROUTES=on. */
const nothing = () => problem(new AppError("not_found", "There is nothing here."), newRequestId());

/** The least that a POST can cost here. */
export async function POST(request: Request): Promise<Response> {
  if (process.env.BENCH_ROUTES !== "on") return nothing();
  await request.json();
  return Response.json({ ok: true });
}

/** `?query=company`: one query on the bare pool. `?loop=begin|end`: how late the event loop came round in between. */
export async function GET(request: Request): Promise<Response> {
  if (process.env.BENCH_ROUTES !== "on") return nothing();
  const loop = new URL(request.url).searchParams.get("loop");
  return Response.json(loop ? benchLoop(loop === "begin") : await benchQuery());
}

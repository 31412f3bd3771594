import { expect } from "@playwright/test";
import { query } from "@/lib/testing/sql";
import type { Session } from "./security/world";
import { origin } from "./server";

/** Adds machines as a program would, behind the back of every window. */
export async function addMachines({ bearer }: Session, quantity: number): Promise<void> {
  const [model] = await query<{ id: string }>(
    "select id from miner_models where tenant_id is null order by id limit 1",
  );
  const answer = await fetch(`${origin()}/api/user-miners`, {
    method: "POST",
    headers: { authorization: bearer, "content-type": "application/json" },
    body: JSON.stringify({ miner_model_id: model?.id, quantity }),
  });
  expect(answer.status, await answer.text()).toBe(201);
}

import { answerInThread } from "@/lib/platform/thread-pool";
import { calculate } from "../core/calculate";
import type { Facts } from "../core/facts";
import type { CalculateInput } from "../schemas";

export type ThreadRequest = { input: CalculateInput; facts: Facts };

answerInThread(({ input, facts }: ThreadRequest) => calculate(input, facts));

import { answerInThread } from "@/lib/platform/thread-pool";
import { calculate, type Facts } from "../core/calculate";
import type { CalculateInput } from "../schemas";

export type ThreadRequest = { input: CalculateInput; facts: Facts };

answerInThread(({ input, facts }: ThreadRequest) => calculate(input, facts));

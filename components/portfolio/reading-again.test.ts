import { expect, it } from "vitest";
import { readingAgain } from "./reading-again";

const settled = () => new Promise((resolve) => setImmediate(resolve));

it("reads once more for whoever asked while a reading was under way, and no more often", async () => {
  const answers: ((value: string | null) => void)[] = [];
  const told: string[] = [];
  const reading = readingAgain(
    () => new Promise<string | null>((answer) => answers.push(answer)),
    (found) => told.push(found),
  );
  reading.ask();
  for (let more = 0; more < 5; more++) reading.ask();
  expect(answers).toHaveLength(1);
  answers[0]?.("before");
  await settled();
  expect(answers).toHaveLength(2);
  answers[1]?.("after");
  await settled();
  expect([told, answers.length]).toEqual([["before", "after"], 2]);
});

it("tells nothing after its end, nor what was refused", async () => {
  const told: string[] = [];
  const refused = readingAgain<string>(
    async () => null,
    (found) => told.push(found),
  );
  refused.ask();
  const ended = readingAgain(
    async () => "late",
    (found) => told.push(found),
  );
  ended.ask();
  ended.end();
  await settled();
  expect(told).toEqual([]);
});

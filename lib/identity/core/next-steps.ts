export type StepKey = "email" | "factor" | "codes" | "people" | "companies" | "system";

/** `optional`: it would help, and nobody asks for it. */
export type StepState = "done" | "todo" | "optional";

/** `count` is what the state was judged by; `more` stands beside it where there are two. */
export type Step = { key: StepKey; state: StepState; count: number; more: number };

/** What is null isn't the person's to see or to do. */
export type StepFacts = {
  emailVerified: boolean;
  hasSecondFactor: boolean;
  isFactorDemanded: boolean;
  /** Recovery codes that are still good. */
  codesLeft: number | null;
  people: { withAccess: number; invited: number } | null;
  companies: number | null;
  systemProblems: number | null;
};

/** With fewer recovery codes one lost phone is too close to a lost account. */
export const FEW_CODES = 3;

/** What a person should still do, and what is done, in the order in which it matters. */
export function nextSteps(facts: StepFacts): Step[] {
  const { hasSecondFactor, codesLeft, people, companies, systemProblems } = facts;
  const step = (key: StepKey, isDone: boolean, count = 0, more = 0): Step => ({
    key,
    state: isDone ? "done" : "todo",
    count,
    more,
  });
  const factor = step("factor", hasSecondFactor);
  return [
    ...(facts.emailVerified ? [] : [step("email", false)]),
    !hasSecondFactor && !facts.isFactorDemanded ? { ...factor, state: "optional" } : factor,
    ...(hasSecondFactor && codesLeft !== null ? [step("codes", codesLeft >= FEW_CODES, codesLeft)] : []),
    ...(people ? [step("people", people.withAccess > 1 || people.invited > 0, people.withAccess, people.invited)] : []),
    ...(companies === null ? [] : [step("companies", companies > 0, companies)]),
    ...(systemProblems === null ? [] : [step("system", systemProblems === 0, systemProblems)]),
  ];
}

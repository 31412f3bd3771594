import { describe, expect, it } from "vitest";
import { FEW_CODES, nextSteps, type StepFacts } from "./next-steps";

const GUEST: StepFacts = {
  emailVerified: true,
  hasSecondFactor: false,
  isFactorDemanded: false,
  codesLeft: null,
  people: null,
  companies: null,
  systemProblems: null,
};
const shown = (facts: Partial<StepFacts>) =>
  nextSteps({ ...GUEST, ...facts }).map(({ key, state }) => `${key}: ${state}`);

describe("nextSteps", () => {
  it("asks a guest for nothing, and offers a second factor", () => {
    expect(shown({})).toEqual(["factor: optional"]);
  });

  it("demands the factor that the role demands", () => {
    expect(shown({ isFactorDemanded: true })).toEqual(["factor: todo"]);
  });

  it("puts an address that isn't confirmed first, and leaves out one that is", () => {
    expect(shown({ emailVerified: false })).toEqual(["email: todo", "factor: optional"]);
  });

  it("counts recovery codes only where there is a factor to recover", () => {
    expect(shown({ codesLeft: 0 })).toEqual(["factor: optional"]);
    const withFactor = (codesLeft: number) => shown({ hasSecondFactor: true, codesLeft });
    expect(withFactor(FEW_CODES)).toEqual(["factor: done", "codes: done"]);
    expect(withFactor(FEW_CODES - 1)).toEqual(["factor: done", "codes: todo"]);
  });

  it("sends out who is alone in the company, until somebody is invited", () => {
    expect(shown({ people: { withAccess: 1, invited: 0 } })).toContain("people: todo");
    expect(shown({ people: { withAccess: 1, invited: 1 } })).toContain("people: done");
    expect(shown({ people: { withAccess: 2, invited: 0 } })).toContain("people: done");
  });

  it("tells the platform's administrators of companies and of what ails the system", () => {
    expect(shown({ companies: 0, systemProblems: 2 })).toEqual(["factor: optional", "companies: todo", "system: todo"]);
    const [, companies, system] = nextSteps({ ...GUEST, companies: 4, systemProblems: 0 });
    expect(companies).toEqual({ key: "companies", state: "done", count: 4, more: 0 });
    expect(system).toEqual({ key: "system", state: "done", count: 0, more: 0 });
  });
});

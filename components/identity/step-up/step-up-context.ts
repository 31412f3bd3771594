"use client";

import { createContext, use } from "react";

/** Whatever an action answers: `act`'s result, or a form's state. */
type Answer = object;

export type StepUp = <T extends Answer>(run: () => Promise<T>) => Promise<T>;

/** Outside the app there is nobody to ask. */
const asItIs: StepUp = (run) => run();

export const StepUpContext = createContext<StepUp>(asItIs);

/** Runs an action; where it answers `step_up_required`, asks for the proof in the one dialog and runs it again. */
export const useStepUp = (): StepUp => use(StepUpContext);

export const wantsStepUp = (answer: Answer): boolean => "code" in answer && answer.code === "step_up_required";

"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useRef, useState } from "react";
import type { Action } from "../form/form-state";
import type { AskPasskey, Assertion } from "../passkey";
import { type StepUp, StepUpContext, wantsStepUp } from "./step-up-context";

const ProofDialog = dynamic(() => import("./proof-dialog").then((module) => module.ProofDialog), { ssr: false });

export type ProofActions = {
  stepUp: Action<{ password?: string; code?: string; passkey?: Assertion }, unknown>;
  passkeyOptions: AskPasskey;
};

type Props = { hasSecondFactor: boolean; actions: ProofActions; children: ReactNode };

/** The one dialog that asks for a proof of identity, for every action below. */
export function StepUpProvider({ hasSecondFactor, actions, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isLoaded, setLoaded] = useState(false);
  const settle = useRef<(isProved: boolean) => void>(undefined);

  const stepUp = useCallback(async (run: () => Promise<object>) => {
    const answer = await run();
    if (!wantsStepUp(answer)) return answer;
    const isProved = await new Promise<boolean>((resolve) => {
      settle.current?.(false);
      settle.current = resolve;
      setLoaded(true);
      setOpen(true);
    });
    return isProved ? run() : answer;
  }, []) as StepUp;

  const end = (isProved: boolean) => {
    setOpen(false);
    settle.current?.(isProved);
    settle.current = undefined;
  };

  return (
    <StepUpContext value={stepUp}>
      {children}
      {isLoaded && (
        <ProofDialog
          open={isOpen}
          hasSecondFactor={hasSecondFactor}
          actions={actions}
          onProved={() => end(true)}
          onCancel={() => end(false)}
        />
      )}
    </StepUpContext>
  );
}

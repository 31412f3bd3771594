"use client";

import { useSyncExternalStore } from "react";
import { type LiveState, liveStore } from "./live-store";

const STARTING: LiveState = { phase: "starting" };

/** Whether what a live page shows is current, and if not, since when. */
export const useLiveState = (): LiveState => useSyncExternalStore(liveStore.watch, liveStore.state, () => STARTING);

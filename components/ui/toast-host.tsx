"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { listenToToasts, type ToastMessage } from "./toast";

const Toaster = dynamic(() => import("./toaster").then((module) => module.Toaster), { ssr: false });

/** Waits for the first toast before it loads what shows them. */
export function ToastHost() {
  const [first, setFirst] = useState<ToastMessage[]>([]);
  useEffect(() => {
    if (first.length > 0) return;
    return listenToToasts((message) => setFirst((before) => [...before, message]));
  }, [first.length]);
  return first.length > 0 ? <Toaster first={first} /> : null;
}

export type ToastMessage = {
  kind: "success" | "info" | "error";
  text: string;
  action?: { label: string; run: () => void };
};

type Listener = (message: ToastMessage) => void;

let listener: Listener | undefined;
const waiting: ToastMessage[] = [];

const say = (message: ToastMessage): void => {
  if (listener) listener(message);
  else waiting.push(message);
};

/** A word in the corner about what just happened. An error stays until it is closed. Works from any client code. */
export const toast = {
  success: (text: string, action?: ToastMessage["action"]) =>
    say({ kind: "success", text, ...(action ? { action } : {}) }),
  info: (text: string, action?: ToastMessage["action"]) => say({ kind: "info", text, ...(action ? { action } : {}) }),
  error: (text: string, action?: ToastMessage["action"]) => say({ kind: "error", text, ...(action ? { action } : {}) }),
};

/** For `ToastHost` alone: hands over what was said before it was there, then everything else. */
export function listenToToasts(next: Listener): () => void {
  listener = next;
  for (const message of waiting.splice(0)) next(message);
  return () => {
    if (listener === next) listener = undefined;
  };
}

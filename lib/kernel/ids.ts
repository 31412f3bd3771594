/** A request id as it appears in logs, headers and problem documents. */
export const newRequestId = (): string => crypto.randomUUID();

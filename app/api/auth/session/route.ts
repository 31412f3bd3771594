import { getSession } from "@/lib/transport/session-endpoint";

export const GET = getSession;

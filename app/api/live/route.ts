import { liveKinds } from "@/app/live-kinds";
import { liveContract } from "@/lib/transport/live/live-contract";
import { serveLive } from "@/lib/transport/live/serve-live";

export const GET = serveLive(liveContract(liveKinds), liveKinds);

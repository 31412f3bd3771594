import { answerInThread } from "@/lib/platform/thread-pool";
import { pdfReport } from "./pdf-report";

answerInThread(pdfReport);

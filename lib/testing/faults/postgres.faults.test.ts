import { everyFault } from "./every-fault";

everyFault("postgres");

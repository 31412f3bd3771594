import { everyFault } from "./every-fault";

everyFault("kafka");

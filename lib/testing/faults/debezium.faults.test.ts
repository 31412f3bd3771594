import { everyFault } from "./every-fault";

everyFault("debezium");

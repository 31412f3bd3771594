import BookOpen from "lucide-react/icons/book-open";
import Briefcase from "lucide-react/icons/briefcase";
import Building2 from "lucide-react/icons/building-2";
import Calculator from "lucide-react/icons/calculator";
import ChartLine from "lucide-react/icons/chart-line";
import CodeXml from "lucide-react/icons/code-xml";
import Cpu from "lucide-react/icons/cpu";
import Gauge from "lucide-react/icons/gauge";
import History from "lucide-react/icons/history";
import House from "lucide-react/icons/house";
import Key from "lucide-react/icons/key";
import Layers from "lucide-react/icons/layers";
import LogIn from "lucide-react/icons/log-in";
import Mail from "lucide-react/icons/mail";
import Rows3 from "lucide-react/icons/rows-3";
import ScrollText from "lucide-react/icons/scroll-text";
import Server from "lucide-react/icons/server";
import Shield from "lucide-react/icons/shield";
import UserPlus from "lucide-react/icons/user-plus";
import Users from "lucide-react/icons/users";
import type { PageKey } from "./pages";

/** For the bar at the foot of a phone, and the list behind "More". */
export const PAGE_ICONS = {
  home: House,
  calculator: Calculator,
  formulas: BookOpen,
  apiDocs: CodeXml,
  signIn: LogIn,
  signUp: UserPlus,
  overview: Gauge,
  portfolio: Layers,
  batch: Rows3,
  analytics: ChartLine,
  machines: Cpu,
  company: Building2,
  userAccess: Users,
  loginRecords: History,
  audit: ScrollText,
  tenants: Briefcase,
  system: Server,
  mailbox: Mail,
  security: Shield,
  apiKeys: Key,
} as const satisfies Record<PageKey, unknown>;

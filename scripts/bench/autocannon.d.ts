declare module "autocannon" {
  type Options = {
    url: string;
    method: string;
    body?: string;
    connections: number;
    duration: number;
    headers: { [name: string]: string };
  };
  type Run = {
    on(event: "response", listener: (client: unknown, status: number, bytes: number, ms: number) => void): void;
  };
  export default function autocannon(options: Options, done: (error: Error | null) => void): Run;
}

/** The server could not start listening. The message is one line that says why and what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}

export function startErrorFor(cause: unknown, host: string, port: number): StartError {
  return new StartError(reason(codeOf(cause), host, port), { cause });
}

function reason(code: string, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken. Stop what listens there, or choose another port, such as PORT=${port === 65_535 ? 4000 : port + 1}.`;
    case "EACCES":
      return `This user may not listen on port ${port} of ${host}. Choose a port from 1024 up, such as PORT=4000.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EADDRNOTAVAIL":
    case "EINVAL":
      return `HOST ${host} is not an address of this machine. Use HOST=127.0.0.1 for this machine alone, or HOST=0.0.0.0 for every network it is on.`;
    default:
      return `The server could not listen on port ${port} of ${host} (${code}).`;
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "for a reason not known";
}

/** Why nothing can listen on `port` of `host`, from the system's code for it, and what to do. */
export function whyNoAddress(code: string, port: number, host: string): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is taken. End what listens there, or set PORT to another one.`;
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "EINVAL":
      return `HOST is ${host}, which is no address of this machine. Set it to one that is, such as 127.0.0.1, or to 0.0.0.0 for all.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST is ${host}, and no such name can be found. Set it to an address of this machine, such as 127.0.0.1.`;
    case "EACCES":
    case "EPERM":
      return `Port ${port} may not be used by this account; below 1024 they are kept for the system. Set PORT to a higher one, such as 3000.`;
    default:
      return `Nothing can listen on port ${port} of ${host} (${code}). Set HOST and PORT to others.`;
  }
}

/** The name under which requests find whoever asks, where a problem says nothing of them. */
export const caller = "caller";

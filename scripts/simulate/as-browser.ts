/**
 * Asks again, once, when a connection that was kept for reuse turned out to be closed: browsers do that by themselves,
 * Node's fetch does not.
 */
export async function asBrowser<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!wasReset(error)) throw error;
    return ask();
  }
}

function wasReset(error: unknown): boolean {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) return false;
  return (
    'code' in error.cause && ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'].includes(String(error.cause.code))
  );
}

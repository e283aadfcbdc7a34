import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often may be connected. A school's 40 Pis share one address and all come back at once after a power cut. */
export interface ConnectionRate {
  /** New connections from one address in 10 s. */
  readonly perAddress: number;
  /** Wrong secrets for one device from one address in 10 s, before the answer is no without looking. */
  readonly wrongSecrets: number;
}

export const defaultConnectionRate: ConnectionRate = { perAddress: 1000, wrongSecrets: 10 };

/** Counts connections and wrong secrets. */
export class ConnectionLimits {
  readonly #connections: RateLimiterMemory;
  readonly #wrongSecrets: RateLimiterMemory;

  constructor(rate: ConnectionRate) {
    this.#connections = new RateLimiterMemory({ points: rate.perAddress, duration: 10 });
    this.#wrongSecrets = new RateLimiterMemory({ points: rate.wrongSecrets, duration: 10 });
  }

  async mayConnect(address: string): Promise<boolean> {
    return consumed(this.#connections.consume(address));
  }

  async mayTrySecret(address: string, deviceId: string): Promise<boolean> {
    const state = await this.#wrongSecrets.get(`${address} ${deviceId}`);
    return state === null || state.remainingPoints > 0;
  }

  async secretWasWrong(address: string, deviceId: string): Promise<void> {
    await consumed(this.#wrongSecrets.consume(`${address} ${deviceId}`));
  }
}

async function consumed(attempt: Promise<RateLimiterRes>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (reason) {
    if (reason instanceof RateLimiterRes) return false;
    throw reason;
  }
}

import type { z } from 'zod';
import { ProblemError, problem } from '../device/contract/problem.ts';
import { endpointPath, endpointQuery } from '../server/api/contract/endpoint.ts';
import {
  type EndpointName,
  type Endpoints,
  endpoints,
  type FileEndpoints,
  fileEndpoints,
  type UploadEndpoints,
  uploadEndpoints,
} from '../server/api/contract/endpoints.ts';
import { problemDetailsSchema } from '../server/api/contract/problem-details.ts';

/** An adult's HTTP client outside a browser: the public API, and the session's cookie kept between calls. */
export class ApiClient {
  readonly #origin: string;
  #cookies = '';

  /** @param origin such as `http://localhost:8080`. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /**
   * Signs an adult in; later calls are theirs.
   * @throws ProblemError `sign-in-refused`.
   */
  async signIn(email: string, password: string): Promise<void> {
    const response = await this.#fetch('POST', '/api/auth/sign-in/email', { email, password });
    if (!response.ok) {
      throw new ProblemError(
        problem(
          'sign-in-refused',
          'Die Anmeldung wurde abgelehnt. Prüfen Sie E-Mail-Adresse und Passwort.',
          'The sign-in was refused. Check the e-mail address and the password.',
          await response.text(),
        ),
      );
    }
    this.#cookies = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; ');
  }

  /** The session's cookies, as a request header carries them. */
  get cookies(): string {
    return this.#cookies;
  }

  /** Calls an endpoint by its name. @throws ProblemError the server's problem. */
  async call<Name extends EndpointName>(
    name: Name,
    params: z.input<Endpoints[Name]['params']>,
    body: z.input<Endpoints[Name]['body']>,
  ): Promise<z.output<Endpoints[Name]['result']>> {
    const endpoint = endpoints[name];
    const path = endpointPath(endpoint.path, params);
    const response =
      endpoint.method === 'GET'
        ? await this.#fetch('GET', path + endpointQuery(body as object), undefined)
        : await this.#fetch(endpoint.method, path, body);
    const answer: unknown = await response.json();
    if (!response.ok) throw new ProblemError(problemDetailsSchema.parse(answer));
    return endpoint.result.parse(answer) as z.output<Endpoints[Name]['result']>;
  }

  /** Fetches a file by its endpoint's name. @throws ProblemError the server's problem. */
  async file<Name extends keyof FileEndpoints>(
    name: Name,
    params: z.input<FileEndpoints[Name]['params']>,
    query: z.input<FileEndpoints[Name]['query']>,
  ): Promise<{ type: string; bytes: Buffer }> {
    const path = endpointPath(fileEndpoints[name].path, params) + endpointQuery(query as object);
    const response = await this.#fetch('GET', path, undefined);
    if (!response.ok) throw new ProblemError(problemDetailsSchema.parse(await response.json()));
    return {
      type: response.headers.get('content-type') ?? '',
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }

  /** Sends a file by its endpoint's name. @throws ProblemError the server's problem. */
  async upload<Name extends keyof UploadEndpoints>(
    name: Name,
    params: z.input<UploadEndpoints[Name]['params']>,
    query: z.input<UploadEndpoints[Name]['query']>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<z.output<UploadEndpoints[Name]['result']>> {
    const endpoint = uploadEndpoints[name];
    const path = endpointPath(endpoint.path, params) + endpointQuery(query as object);
    const response = await fetch(this.#origin + path, {
      method: 'POST',
      headers: {
        connection: 'close',
        origin: this.#origin,
        cookie: this.#cookies,
        'content-type': 'application/octet-stream',
      },
      body: bytes,
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new ProblemError(problemDetailsSchema.parse(answer));
    return endpoint.result.parse(answer) as z.output<UploadEndpoints[Name]['result']>;
  }

  #fetch(method: string, path: string, body: unknown): Promise<Response> {
    return fetch(this.#origin + path, {
      method,
      headers: {
        // A connection kept for the next call may be closed by the server in the moment in which it is used again.
        connection: 'close',
        origin: this.#origin,
        cookie: this.#cookies,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

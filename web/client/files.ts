import type * as z from 'zod/mini';
import { ProblemError } from '../../device/contract/problem.ts';
import { endpointPath, endpointQuery } from '../../server/api/contract/endpoint.ts';
import {
  type FileEndpoints,
  fileEndpoints,
  type UploadEndpoints,
  uploadEndpoints,
} from '../../server/api/contract/endpoints.ts';
import { problemDetailsSchema } from '../../server/api/contract/problem-details.ts';
import { noConnection, unreadableAnswer } from './call-endpoint.ts';

/** The address of a file of the server's API, for a link or a picture. */
export function fileAddress<Name extends keyof FileEndpoints>(
  name: Name,
  params: z.input<FileEndpoints[Name]['params']>,
  query: z.input<FileEndpoints[Name]['query']>,
): string {
  return endpointPath(fileEndpoints[name].path, params) + endpointQuery(query as object);
}

/**
 * Sends a file to the server's API.
 *
 * @param progress hears how much has gone, 0 to 1.
 * @throws ProblemError the server's problem, or `no-connection`.
 */
export function upload<Name extends keyof UploadEndpoints>(
  name: Name,
  params: z.input<UploadEndpoints[Name]['params']>,
  query: z.input<UploadEndpoints[Name]['query']>,
  file: Blob,
  progress?: (part: number) => void,
): Promise<z.output<UploadEndpoints[Name]['result']>> {
  const endpoint = uploadEndpoints[name];
  return new Promise((resolve, reject) => {
    // fetch can't tell how much of a request has gone.
    const request = new XMLHttpRequest();
    request.open('POST', endpointPath(endpoint.path, params) + endpointQuery(query as object));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ProblemError(noConnection()));
    request.onload = () => {
      let answer: unknown;
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // Refused below.
      }
      const ok = request.status >= 200 && request.status < 300;
      const result = endpoint.result.safeParse(answer);
      if (ok && result.success) return resolve(result.data as z.output<UploadEndpoints[Name]['result']>);
      const details = problemDetailsSchema.safeParse(answer);
      reject(new ProblemError(details.success ? details.data : unreadableAnswer(`HTTP ${request.status}`)));
    };
    request.send(file);
  });
}

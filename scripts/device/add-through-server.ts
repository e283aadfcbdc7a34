import { ApiClient } from '../../provisioning/api-client.ts';
import type { AgentConfigView } from '../../server/api/contract/endpoints.ts';
import { schoolNamed } from './add-offline.ts';
import { AddError, type AddOptions } from './options.ts';

/**
 * Adds a device through the API of a running server, as somebody of the staff.
 *
 * @throws ProblemError what the server refuses; AddError when it can't be reached or the school is unknown.
 */
export async function addThroughServer(
  options: AddOptions,
  { url, email, password }: NonNullable<AddOptions['through']>,
): Promise<AgentConfigView> {
  const client = new ApiClient(url);
  try {
    await client.signIn(email, password);
    const schoolId =
      options.school === null
        ? null
        : schoolNamed(options.school, (await client.call('schools', {}, {})).schools).id;
    const { config } = await client.call('addDevice', {}, { name: options.name, schoolId });
    return { ...config, server: options.server ?? config.server };
  } catch (error) {
    // What fetch throws when nobody answers.
    if (error instanceof TypeError) {
      throw new AddError(`No server answers at ${url}. Is the address right, and does the server run?`, {
        cause: error,
      });
    }
    throw error;
  }
}

import { endpoints } from '../../api/contract/endpoints.ts';
import type { LendingContext } from '../interface.ts';
import { endBrokenTests } from './broken-tests.ts';
import { testReturn } from './test-return.ts';

/** Puts the test of what comes back into service. */
export async function mountTests(context: LendingContext): Promise<void> {
  await endBrokenTests(context.db);
  context.mount.endpoint(endpoints.testReturn, ({ params, body, person }) =>
    testReturn(context, { loanId: params.loanId, assetIds: body.assetIds, person }),
  );
}

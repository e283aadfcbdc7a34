import { assetEndpoints } from './lending/assets.ts';
import { calendarEndpoints, calendarFiles, calendarUploads } from './lending/calendar.ts';
import { consumableEndpoints } from './lending/consumables.ts';
import { labelEndpoints, labelFiles } from './lending/labels.ts';
import { planningEndpoints } from './lending/loan-planning.ts';
import { requestEndpoints } from './lending/loan-requests.ts';
import { stepEndpoints } from './lending/loan-steps.ts';
import { paperEndpoints, paperFiles } from './lending/papers.ts';
import { reportEndpoints, reportFiles } from './lending/reports.ts';
import { retentionEndpoints } from './lending/retention.ts';
import { exportFiles, schoolEndpoints, schoolUploads } from './lending/schools.ts';
import { photoUploads, stocktakeEndpoints, stocktakeFiles } from './lending/stocktake.ts';

/** Everything of lending that is asked and answered in JSON. */
export const lendingEndpoints = {
  ...assetEndpoints,
  ...consumableEndpoints,
  ...labelEndpoints,
  ...schoolEndpoints,
  ...requestEndpoints,
  ...planningEndpoints,
  ...stepEndpoints,
  ...calendarEndpoints,
  ...paperEndpoints,
  ...stocktakeEndpoints,
  ...reportEndpoints,
  ...retentionEndpoints,
} as const;

/** Everything that is answered with a file. */
export const fileEndpoints = {
  ...labelFiles,
  ...exportFiles,
  ...calendarFiles,
  ...paperFiles,
  ...stocktakeFiles,
  ...reportFiles,
} as const;

/** Everything that takes a file. */
export const uploadEndpoints = { ...schoolUploads, ...calendarUploads, ...photoUploads } as const;

export type UploadEndpoints = typeof uploadEndpoints;

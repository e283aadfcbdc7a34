import type { IdentifiedBoard } from '../model/identify-board.ts';
import { raspiIoArm, raspiIoModel } from './problems.ts';

/**
 * Refuses what raspi-io 11 cannot drive. Its raspi-board looks up the revision of the board in a list that ends with
 * the Pi 400, and takes what it does not find for a Model B+; its pigpio writes to the registers of the chip itself,
 * and knows none of the Pi 5's.
 *
 * @param architecture `process.arch`
 * @throws ProblemError `raspi-io-arm`, `raspi-io-model`
 */
export function checkSupport({ name, model, revision }: IdentifiedBoard, architecture: string): void {
  if (architecture !== 'arm64' && architecture !== 'arm') throw raspiIoArm(architecture);
  if (!model) throw raspiIoModel(name, whys.unknownModel);
  const { raspiIo } = model;
  if (!raspiIo.works) throw raspiIoModel(name, raspiIo.because === 'chip' ? whys.chip : whys.unknownModel);
  if (revision === undefined || !raspiIo.revisions.includes(revision)) {
    throw raspiIoModel(name, whys.unknownRevision);
  }
}

const whys = {
  chip: {
    de: 'Die Pins gehören hier zum Chip RP1, den seine Bibliothek pigpio nicht kennt.',
    en: 'its pins belong to the chip RP1, which its library pigpio does not know.',
  },
  unknownModel: {
    de: 'Es kennt dieses Modell nicht und hielte es für einen Model B+.',
    en: 'it does not know this model and would take it for a Model B+.',
  },
  unknownRevision: {
    de: 'Es kennt diese Revision nicht und hielte sie für einen Model B+.',
    en: 'it does not know this revision and would take it for a Model B+.',
  },
};

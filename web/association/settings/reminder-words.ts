import { msg } from '@lit/localize';
import type { ReminderStage } from '../../../server/api/contract/lending/papers.ts';

export const stages = ['coming-due', 'due', 'overdue', 'escalation'] as const;

/** What a stage is called. */
export function stageName(stage: ReminderStage): string {
  return {
    'coming-due': msg('Bald fällig'),
    due: msg('Heute fällig'),
    overdue: msg('Überfällig'),
    escalation: msg('Lange überfällig'),
  }[stage];
}

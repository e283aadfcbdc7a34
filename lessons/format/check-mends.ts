import type { Mends } from './check-document.ts';

/** What each key of `check.yml` is meant to be. */
export const checkMends: Mends = {
  play: {
    de: 'was während der Probe geschieht: { seconds: 8, hands: [{ at: 1, part: button, input: press }] }',
    en: 'what happens during the trial: { seconds: 8, hands: [{ at: 1, part: button, input: press }] }',
  },
  wrong: {
    de: 'eine Liste falscher Programme, jedes mit name, blocks und fails: { ziel: grund }; docs/goals.md nennt die Gründe',
    en: 'a list of wrong programs, each with name, blocks and fails: { goal: reason }; docs/goals.md lists the reasons',
  },
};

import { marked } from '../../../support/browser.ts';
import { after, dialog, type PageState } from './page-state.ts';
import type { Stage } from './stage.ts';

/** Every page of a teacher with a class. */
export const classPages: readonly PageState[] = [
  { name: 'signing in', open: (stage) => stage.at(stage.nobody, '/teacher', marked('signin-go')) },
  {
    name: 'the teacher’s start',
    open: (stage) => stage.at(stage.teacher, '/teacher', marked('running-class')),
  },
  {
    name: 'a class without pupils',
    open: (stage) => stage.at(stage.teacher, `/teacher?class=${stage.emptyClass}`, marked('class-code')),
  },
  { name: 'a class with pupils', open: (stage) => stage.lesson() },
  ...(['collect', 'goals', 'pis', 'papers'] as const).map((room) => ({
    name: `a class: ${room}`,
    open: (stage: Stage) => stage.lesson(room),
  })),
  {
    name: 'a class: one pupil’s name and code',
    open: async (stage) => after(await stage.lesson(), [marked('seat-pupils')], dialog),
  },
  ...(['send', 'note', 'seat-look'] as const).map((button) => ({
    name: `a class’s dialog: ${button}`,
    open: async (stage: Stage) => after(await stage.lesson(), [marked(button)], dialog),
  })),
  {
    name: 'a class about to end',
    open: async (stage) => after(await stage.lesson(), [marked('end-class')], dialog),
  },
  {
    name: 'the projector',
    open: (stage) =>
      stage.at(stage.teacher, `/projector?class=${stage.world.room.class.id}`, marked('projector-code')),
  },
];

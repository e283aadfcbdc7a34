import { type Problem, ProblemError, problem } from '../../device/contract/problem.ts';

/** A refusal with the HTTP status it is answered with. */
export class HttpProblem extends ProblemError {
  /** 400 to 599. */
  readonly status: number;

  constructor(status: number, what: Problem, options?: ErrorOptions) {
    super(what, options);
    this.name = 'HttpProblem';
    this.status = status;
  }
}

/** Shorthand: `throw refusal(404, 'class-unknown', 'Diese Klasse …', 'This class …')`. */
export function refusal(status: number, code: string, de: string, en: string): HttpProblem {
  return new HttpProblem(status, problem(code, de, en));
}

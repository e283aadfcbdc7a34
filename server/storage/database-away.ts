import { ProblemError, problem } from '../../device/contract/problem.ts';

/** The database can't be asked at the moment; the request was not carried out, or nobody knows whether it was. */
export class DatabaseAway extends ProblemError {
  constructor(cause?: unknown) {
    super(
      problem(
        'database-away',
        'Der Server erreicht gerade seine Datenbank nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
        'The server can’t reach its database at the moment. Please try again in a minute.',
      ),
      { cause },
    );
    this.name = 'DatabaseAway';
  }
}

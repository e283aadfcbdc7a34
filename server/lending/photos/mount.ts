import { endpoints, fileEndpoints, type PersonView, uploadEndpoints } from '../../api/contract/endpoints.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import { personLines } from '../people.ts';
import { cleanPhoto } from './clean-photo.ts';
import { photoSubject } from './photo-rights.ts';

/** Of one thing or one loan: more are no help, and would fill the server. */
const maxPhotos = 200;

/** A photo never changes under its address: browsers may keep it for a day. */
const maxAge = 86_400;

/** Puts the endpoints of photos into service. */
export async function mountPhotos({ mount, db, events, newId, now }: LendingContext): Promise<void> {
  /** Those that a person may see: a teacher's school's loans', staff all. */
  const visible = (person: PersonView) => {
    const photos = db.selectFrom('photo').leftJoin('loan', 'loan.id', 'photo.loan_id');
    // A teacher without a school sees none.
    return person.role === 'staff' ? photos : photos.where('loan.school_id', '=', person.school?.id ?? '');
  };

  mount.endpoint(endpoints.photos, async ({ body: { assetId, loanId }, person }) => {
    if (!assetId && !loanId) return { photos: [] };
    let query = visible(person)
      .select(['photo.id', 'photo.at', 'photo.by', 'photo.note'])
      .orderBy('photo.at')
      .orderBy('photo.id');
    if (assetId) query = query.where('photo.asset_id', '=', assetId);
    if (loanId) query = query.where('photo.loan_id', '=', loanId);
    const rows = await query.execute();
    const people = await personLines(
      db,
      rows.map(({ by }) => by),
    );
    return { photos: rows.map((row) => ({ ...row, by: (row.by && people.get(row.by)) || null })) };
  });

  mount.file(fileEndpoints.photo, async ({ params: { photoId }, person }) => {
    const row = await visible(person)
      .select(['photo.type', 'photo.bytes'])
      .where('photo.id', '=', photoId)
      .executeTakeFirst();
    if (!row) {
      throw refusal(
        404,
        'photo-unknown',
        'Dieses Foto gibt es nicht, oder es ist nicht für Sie.',
        'This photo does not exist, or it is not for you.',
      );
    }
    const name = `foto-${photoId.slice(0, 8)}.${row.type.split('/')[1]}`;
    return { type: row.type, name, bytes: row.bytes, inline: true, maxAge };
  });

  mount.upload(uploadEndpoints.addPhoto, async ({ body, bytes, person }) => {
    const subject = await photoSubject(db, person, body);
    const photo = cleanPhoto(bytes);
    const id = newId();
    await db.transaction().execute(async (trx) => {
      const { count } = await trx
        .selectFrom('photo')
        .select((select) => select.fn.countAll().as('count'))
        .where('asset_id', subject.assetId === null ? 'is' : '=', subject.assetId)
        .where('loan_id', subject.loanId === null ? 'is' : '=', subject.loanId)
        .executeTakeFirstOrThrow();
      if (Number(count) >= maxPhotos) throw tooMany();
      await trx
        .insertInto('photo')
        .values({
          id,
          asset_id: subject.assetId,
          loan_id: subject.loanId,
          type: photo.type,
          bytes: photo.bytes,
          note: body.note ?? '',
          at: now(),
          by: person.id,
        })
        .execute();
    });
    if (subject.assetId) events.emit('changed', 'asset', subject.assetId);
    if (subject.loanId) events.emit('changed', 'loan', subject.loanId);
    return { photoId: id };
  });
}

function tooMany() {
  return refusal(
    409,
    'photos-too-many',
    `Davon gibt es schon ${maxPhotos} Fotos; mehr werden nicht behalten.`,
    `There are ${maxPhotos} photos of this already; no more are kept.`,
  );
}

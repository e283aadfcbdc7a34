import { endpoints, fileEndpoints, type PersonView, uploadEndpoints } from '../../api/contract/endpoints.ts';
import { noteRemains } from '../../storage/remains.ts';
import { record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { personLines } from '../people.ts';
import { cleanPhoto } from './clean-photo.ts';
import { photoOfOthers, photosTooMany, photoUnknown } from './photo-problems.ts';
import { mayChange, photoSubject } from './photo-rights.ts';

/** Of one thing or one loan: more are no help, and would fill the server. */
const maxPhotos = 200;

/** Puts the endpoints of photos into service. */
export async function mountPhotos({ mount, db, events, newId, now }: LendingContext): Promise<void> {
  /** Those that a person may see: a teacher's school's loans', staff all. */
  const visible = (person: PersonView) => {
    const photos = db.selectFrom('photo').leftJoin('loan', 'loan.id', 'photo.loan_id');
    // A teacher without a school sees none.
    return person.role === 'staff' ? photos : photos.where('loan.school_id', '=', person.school?.id ?? '');
  };

  /** @throws HttpProblem `photo-unknown` or `photo-of-others` */
  const changeable = async (photoId: string, person: PersonView) => {
    const row = await visible(person)
      .select(['photo.asset_id', 'photo.loan_id', 'photo.by'])
      .where('photo.id', '=', photoId)
      .executeTakeFirst();
    if (!row) throw photoUnknown();
    if (!mayChange(person, row.by)) throw photoOfOthers();
    return row;
  };
  const tellOf = (photo: { asset_id: string | null; loan_id: string | null }) => {
    if (photo.asset_id) events.emit('changed', 'asset', photo.asset_id);
    if (photo.loan_id) events.emit('changed', 'loan', photo.loan_id);
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
    return {
      photos: rows.map((row) => ({
        ...row,
        by: (row.by && people.get(row.by)) || null,
        changeable: mayChange(person, row.by),
      })),
    };
  });

  mount.endpoint(endpoints.describePhoto, async ({ params: { photoId }, body: { note }, person }) => {
    const photo = await changeable(photoId, person);
    await db.updateTable('photo').set({ note }).where('id', '=', photoId).execute();
    tellOf(photo);
    return {};
  });

  mount.endpoint(endpoints.removePhoto, async ({ params: { photoId }, person }) => {
    const photo = await changeable(photoId, person);
    await db.transaction().execute(async (trx) => {
      const { numDeletedRows } = await trx.deleteFrom('photo').where('id', '=', photoId).executeTakeFirst();
      // Somebody was quicker, and it is gone as wished.
      if (numDeletedRows === 0n) return;
      await noteRemains(trx, ['photo'], now());
      await record(trx, {
        id: newId(),
        at: now(),
        by: person.id,
        kind: 'photo.removed',
        assetId: photo.asset_id ?? undefined,
        loanId: photo.loan_id ?? undefined,
        de: 'Ein Foto wurde gelöscht',
        en: 'A photo was removed',
      });
    });
    tellOf(photo);
    return {};
  });

  mount.file(fileEndpoints.photo, async ({ params: { photoId }, person }) => {
    const row = await visible(person)
      .select(['photo.type', 'photo.bytes'])
      .where('photo.id', '=', photoId)
      .executeTakeFirst();
    if (!row) {
      throw photoUnknown();
    }
    const name = `foto-${photoId.slice(0, 8)}.${row.type.split('/')[1]}`;
    // A photo never changes under its id; who has signed out is asked who they are before it is shown again.
    return { type: row.type, name, bytes: row.bytes, inline: true, tag: photoId };
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
      if (Number(count) >= maxPhotos) throw photosTooMany(maxPhotos);
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

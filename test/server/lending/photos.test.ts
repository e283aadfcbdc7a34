import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { cleanPhoto } from '../../../server/lending/photos/clean-photo.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings, writeLoan } from '../../support/storeroom.ts';
import { jpegWithGps, pngWithWords, webpWithGps } from './photo-files.ts';

let server: TestServer;
let staff: ApiClient;
let kit: AssetLine;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
  kit = (await addThings(staff, 'kit', 1))[0]!;
});
afterAll(() => server.stop());

const bytesOf = (buffer: Buffer) => new Uint8Array(buffer);
const photosOf = async (client: ApiClient, assetId: string) =>
  (await client.call('photos', {}, { assetId })).photos;

/** What tells of people and places in the test's photos. */
const telling = /Exif|eXIf|EXIF|GPS|Vera|xmp|Photoshop|II\*\0/;

describe('a photo', () => {
  it.each([
    ['JPEG', jpegWithGps(), 'image/jpeg', 8],
    ['PNG', pngWithWords(), 'image/png', 4],
    ['WebP', webpWithGps(), 'image/webp', 1],
  ] as const)('as %s is kept without where and by whom it was taken', async (_name, file, type, side) => {
    expect(file.toString('latin1')).toMatch(telling);
    const { photoId } = await staff.upload('addPhoto', {}, { assetId: kit.id }, bytesOf(file));
    const kept = await staff.file('photo', { photoId }, {});
    expect(kept.type).toBe(type);
    expect(kept.bytes.toString('latin1')).not.toMatch(telling);
    expect(cleanPhoto(kept.bytes)).toMatchObject({ type, width: side, height: side, bytes: kept.bytes });
  });

  it('that is none, or only the beginning of one, is refused with a sentence and not kept', async () => {
    const before = await photosOf(staff, kit.id);
    const broken = [
      Buffer.from('%PDF-1.7 nicht wirklich ein Foto'),
      Buffer.from('GIF89a'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      jpegWithGps().subarray(0, 300),
      pngWithWords().subarray(0, 60),
      webpWithGps().subarray(0, 34),
      Buffer.from([0xff, 0xd8, 0xff]),
    ];
    for (const file of broken) {
      await expect(
        staff.upload('addPhoto', {}, { assetId: kit.id }, bytesOf(file)),
        file.toString('latin1', 0, 12),
      ).rejects.toMatchObject({ problem: { code: 'photo-unreadable' } });
    }
    expect(await photosOf(staff, kit.id)).toEqual(before);
  });

  it('of a size that would choke a phone is refused', async () => {
    await expect(
      staff.upload('addPhoto', {}, { assetId: kit.id }, bytesOf(pngWithWords(20_000, 20_000))),
    ).rejects.toMatchObject({ problem: { code: 'photo-too-wide' } });
  });
});

describe('a photo of 40 MB', () => {
  const size = 40 * 1024 * 1024;

  /** Sends all of it, as browsers do before they read; gives the whole answer. */
  async function send(header: string, frame: (piece: Buffer) => Buffer): Promise<string> {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    const query = encodeURIComponent(JSON.stringify({ assetId: kit.id }));
    socket.write(
      `POST /api/photos?query=${query} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${staff.cookies}\r\norigin: ${server.url}\r\ncontent-type: application/octet-stream\r\nconnection: close\r\n${header}\r\n\r\n`,
    );
    const piece = Buffer.alloc(256 * 1024, 0x55);
    for (let sent = 0; sent < size; sent += piece.length) {
      if (!socket.write(frame(piece))) await once(socket, 'drain');
    }
    socket.write(frame(Buffer.alloc(0)));
    if (!socket.closed) await once(socket, 'close');
    return answer;
  }

  it.each([
    ['whose size is told before', `content-length: ${size}`, (piece: Buffer) => piece],
    ['whose size nobody knows before', 'transfer-encoding: chunked', chunked],
  ])('%s is answered with a sentence, and nothing of it is kept', async (_name, header, frame) => {
    const before = await photosOf(staff, kit.id);
    const answer = await send(header, frame);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"file-too-large"');
    expect(await photosOf(staff, kit.id)).toEqual(before);
  });
});

describe('photos of a loan', () => {
  it('are seen by the teachers of its school, and by no others', async () => {
    const here = await addTeacher(server, staff);
    const elsewhere = await addTeacher(server, staff, {
      name: 'Tilda Lehrer',
      email: 'tilda@schule.example',
      password: 'ein-anderes-passwort',
    });
    const [lent] = await addThings(staff, 'kit', 1);
    const ofStore = await staff.upload('addPhoto', {}, { assetId: lent!.id }, bytesOf(jpegWithGps()));
    const loanId = await writeLoan(server.dataDir, here.schoolId, [lent!], 'out');

    const { photoId } = await here.client.upload(
      'addPhoto',
      {},
      { assetId: lent!.id },
      bytesOf(jpegWithGps()),
    );
    expect(await photosOf(here.client, lent!.id)).toMatchObject([
      { id: photoId, by: { name: 'Theo Lehrer' } },
    ]);
    expect((await staff.call('photos', {}, { loanId })).photos.map(({ id }) => id)).toEqual([photoId]);
    expect(await photosOf(elsewhere.client, lent!.id)).toEqual([]);
    for (const [client, id] of [
      [elsewhere.client, photoId],
      [here.client, ofStore.photoId],
    ] as const) {
      await expect(client.file('photo', { photoId: id }, {})).rejects.toMatchObject({
        problem: { code: 'photo-unknown' },
      });
    }
    await expect(
      elsewhere.client.upload('addPhoto', {}, { assetId: lent!.id }, bytesOf(jpegWithGps())),
    ).rejects.toMatchObject({ problem: { code: 'thing-unknown' } });
  });
});

describe('what a photo shows', () => {
  it('is said by who took it or by staff, and it goes for good when they remove it; the history says that it was there', async () => {
    const { client, schoolId } = await addTeacher(server, staff, {
      name: 'Tom Lehrer',
      email: 'tom@schule.example',
      password: 'noch-ein-passwort-hier',
    });
    const [lent] = await addThings(staff, 'kit', 1);
    const loanId = await writeLoan(server.dataDir, schoolId, [lent!], 'out');
    const own = await client.upload('addPhoto', {}, { assetId: lent!.id }, bytesOf(jpegWithGps()));
    const theirs = await staff.upload('addPhoto', {}, { assetId: lent!.id, loanId }, bytesOf(jpegWithGps()));
    expect((await photosOf(client, lent!.id)).map(({ id, changeable }) => [id, changeable])).toEqual([
      [own.photoId, true],
      [theirs.photoId, false],
    ]);

    await client.call('describePhoto', { photoId: own.photoId }, { note: 'Riss im Gehäuse' });
    expect(await photosOf(staff, lent!.id)).toMatchObject([{ note: 'Riss im Gehäuse' }, { note: '' }]);
    for (const refused of [
      client.call('describePhoto', { photoId: theirs.photoId }, { note: 'anders' }),
      client.call('removePhoto', { photoId: theirs.photoId }, {}),
    ])
      await expect(refused).rejects.toMatchObject({ problem: { code: 'photo-of-others' } });

    await client.call('removePhoto', { photoId: own.photoId }, {});
    await staff.call('removePhoto', { photoId: theirs.photoId }, {});
    expect(await photosOf(staff, lent!.id)).toEqual([]);
    await expect(staff.file('photo', { photoId: own.photoId }, {})).rejects.toMatchObject({
      problem: { code: 'photo-unknown' },
    });
    const { entries } = await staff.call('history', {}, { assetId: lent!.id });
    expect(entries.filter(({ kind }) => kind === 'photo.removed')).toHaveLength(2);
  });
});

function chunked(piece: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
}

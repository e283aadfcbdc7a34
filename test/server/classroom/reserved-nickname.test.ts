import { describe, expect, it } from 'vitest';
import { imitatesTeacher } from '../../../server/classroom/reserved-nickname.ts';

const teacher = 'Sabine Müller-Öztürk';

describe('a nickname that could be taken for the teacher', () => {
  it.each([
    // Roles, also beside other words
    'Lehrer',
    'lehrerin',
    'LEHRKRAFT',
    'Teacher',
    'Admin',
    'Steckbrett',
    'Der Lehrer',
    'Teacher Anna',
    // With a number, which a second one of the same name would get
    'Lehrer 2',
    'Teacher2',
    'Admin-1',
    // Spaced and dotted
    'L e h r e r',
    'T.e.a.c.h.e.r',
    '🦊 Admin',
    // Other signs that look the same
    'L3hrer',
    'Lehr3r1n',
    'Ｌehrer',
    'Lеhrеr',
    'Τeacher',
    'аdmin',
    'Adm1n',
    'Adrnin',
    '𝕋𝕖𝕒𝕔𝕙𝕖𝕣',
    'Lehrer\u034f',
    'Léhrer',
    'St3ckbrett',
    // Titles with a name
    'Frau Müller',
    'Frau  Müller',
    'Herr K.',
    'Hеrr Schmidt',
    'Mr Smith',
    'Mrs. Smith',
    'Fr. Öztürk',
    'FrauÖztürk',
    // The class's own teacher
    'Sabine',
    'Sabine Müller-Öztürk',
    'Öztürk',
    'Müller',
    'Herr-Müller',
    'Oeztuerk',
    'sabine müller öztürk',
    'Öztürk 7',
    'Sab1ne',
  ])('is %j', (nickname) => {
    expect(imitatesTeacher(nickname, teacher)).toBe(true);
  });

  it.each([
    'Fuchs',
    'Fuchs 2',
    'Fraulein',
    'Herring',
    'Lehrling',
    'Lehrerschreck',
    'Mrs',
    'Frau',
    'Mister',
    'Admiral',
    'Teacup',
    'Frida',
    'Sabinchen',
    'Brett',
    'Friedrich der Große',
    'Flinker Fuchs',
    '🦊',
    '🦊🦉 2',
    '7',
    '小明',
    'Өлеңші',
    'Юля',
    '.-_',
  ])('is not %j', (nickname) => {
    expect(imitatesTeacher(nickname, teacher)).toBe(false);
  });

  it('is no empty name where the teacher’s account is gone', () => {
    expect(imitatesTeacher('Sabine', '')).toBe(false);
    expect(imitatesTeacher('🦊', '')).toBe(false);
  });
});

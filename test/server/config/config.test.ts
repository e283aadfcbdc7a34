import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      mqttPort: 1883,
      host: '0.0.0.0',
      dataDir: resolve('data'),
      publicUrl: null,
      lessonsDir: null,
      turnSeconds: 300,
      logLevel: 'info',
      smtpUrl: null,
      mailFrom: null,
      databaseUrl: null,
    });
  });

  it.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '', { port: 8080 }],
    ['MQTT_PORT', '65535', { mqttPort: 65535 }],
    ['HOST', '127.0.0.1', { host: '127.0.0.1' }],
    ['HOST', '::', { host: '::' }],
    ['HOST', 'localhost', { host: 'localhost' }],
    ['DATA_DIR', '/var/lib/steckbrett', { dataDir: '/var/lib/steckbrett' }],
    ['DATA_DIR', 'here', { dataDir: resolve('here') }],
    ['LESSONS_DIR', 'our-lessons', { lessonsDir: resolve('our-lessons') }],
    ['PUBLIC_URL', 'https://pi.example.org', { publicUrl: 'https://pi.example.org' }],
    ['PUBLIC_URL', 'http://pi.example.org:8080/', { publicUrl: 'http://pi.example.org:8080' }],
    ['TURN_SECONDS', '20', { turnSeconds: 20 }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['SMTP_URL', 'smtp://a:b@mail.example:587', { smtpUrl: 'smtp://a:b@mail.example:587' }],
    ['MAIL_FROM', 'Verein <leihe@example.org>', { mailFrom: 'Verein <leihe@example.org>' }],
  ])('takes %s=%j', (variable, value, expected) => {
    expect(readConfig({ [variable]: value })).toMatchObject(expected);
  });

  it.each([
    ['PORT', 'http', 'PORT is "http", but it should be a port number from 0 to 65535.'],
    ['PORT', '65536', 'PORT is "65536", but it should be a port number from 0 to 65535.'],
    ['PORT', '-1', 'PORT is "-1", but it should be a port number from 0 to 65535.'],
    ['MQTT_PORT', '18.83', 'MQTT_PORT is "18.83", but it should be a port number from 0 to 65535.'],
    [
      'HOST',
      'pi.example.org',
      'HOST is "pi.example.org", but it should be an IP address of this machine to listen on, such as 0.0.0.0 or 127.0.0.1.',
    ],
    ['DATA_DIR', '  ', 'DATA_DIR is "  ", but it should be the path of a folder.'],
    ...[
      'pi.example.org',
      'ftp://pi.example.org',
      'https://pi.example.org/kit',
      'https://a:b@pi.example.org',
    ].map((value) => [
      'PUBLIC_URL',
      value,
      `PUBLIC_URL is "${value}", but it should be an address without a path, such as https://pi.example.org.`,
    ]),
    [
      'SMTP_URL',
      'a:geheim@mail.example',
      'SMTP_URL is "…", but it should be an address of a mail server, such as smtps://name:password@mail.example.org.',
    ],
    ['TURN_SECONDS', '0', 'TURN_SECONDS is "0", but it should be a number of seconds from 1 to 3600.'],
    ['TURN_SECONDS', 'long', 'TURN_SECONDS is "long", but it should be a number of seconds from 1 to 3600.'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is "loud", but it should be one of fatal, error, warn, info, debug, trace, silent.',
    ],
  ])('refuses %s=%j with a sentence', (variable, value, sentence) => {
    const read = () => readConfig({ [variable as string]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(sentence as string);
  });
});

import { describe, expect, it } from 'vitest';
import { agentConfigSchema } from '../../../server/api/contract/endpoints.ts';
import { commandLine, configFileName, configText } from '../../../web/association/config-file.ts';

const config = { server: 'ws://192.168.1.20:8080/mqtt', deviceId: 'pi-07', secret: 'x'.repeat(32) };

describe('a new Pi’s file', () => {
  it('has the Pi’s id as its name, and the command line names it', () => {
    expect(configFileName(config)).toBe('pi-07.json');
    expect(commandLine(config)).toBe('npm run agent -- --config pi-07.json');
  });

  it('reads back as what the server gave', () => {
    expect(agentConfigSchema.parse(JSON.parse(configText(config)))).toEqual(config);
  });
});

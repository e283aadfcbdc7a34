import { setTimeout as sleep } from 'node:timers/promises';
import { agentConfigSchema } from '../../device/agent/config.ts';
import { bootPi, type EmulatedPi, hostInGuest } from '../hardware/emulator/emulated-pi.ts';
import { programInGuest } from '../hardware/guest/guest.ts';
import { GuestAgent } from '../hardware/guest-agent.ts';
import { type EdgesOrder, edgesAnswerSchema } from '../hardware/programs/edges-protocol.ts';
import { setUpClassroom } from '../support/classroom.ts';
import { startTestServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';
import { median } from './statistics.ts';

const boots = 3;
const idleSeconds = 20;
const edgeRounds = 3;
const togglesPerRound = 5_000;
/** Longest wait for anything in the guest; ms. */
const patienceMs = 240_000;
const led = 18;

/**
 * The agent as shipped on the emulated Raspberry Pi 3B: its memory and idle processor time, the time from power to
 * online, and how fast a pin goes up and down, counted from outside the guest. The emulation takes a core of this
 * machine for itself; on a busy one its times only say something beside their baselines.
 */
export async function emulatedPiBench(): Promise<Measurement[]> {
  return [...(await agentInGuest()), ...(await edgesInGuest())];
}

async function agentInGuest(): Promise<Measurement[]> {
  const server = await startTestServer();
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 1 });
  const agent = agentConfigSchema.parse({
    ...room.configs[0],
    server: `mqtt://${hostInGuest}:${server.mqttPort}`,
    board: 'auto',
  });
  const untilOnline = async (online: boolean) => {
    const end = performance.now() + patienceMs;
    while (performance.now() < end) {
      const { devices } = await room.staff.call('devices', {}, {});
      if (devices[0]?.online === online) return;
      await sleep(50);
    }
    throw new Error(`the emulated Pi was not ${online ? 'online' : 'offline'} within ${patienceMs} ms`);
  };
  const online: number[] = [];
  const shells: number[] = [];
  let pi: EmulatedPi | undefined;
  try {
    for (let boot = 0; boot < boots; boot += 1) {
      await pi?.cutPower();
      if (pi) await untilOnline(false);
      const begin = performance.now();
      pi = await bootPi({ agent });
      await untilOnline(true);
      online.push((performance.now() - begin - pi.preparationMs) / 1000);
      shells.push(pi.bootMs / 1000);
    }
    if (!pi) throw new RangeError('at least one boot is needed');
    const measured = new GuestAgent(pi);
    await measured.untilAtRest();
    const nothing = await pi.start('node -e "setInterval(() => {}, 1e6)"', { user: 'pi' });
    const idle = new GuestAgent(pi, `${nothing.pid}`);
    // Node's own start is over.
    await sleep(5_000);
    const [share, idleShare] = [await measured.idleShare(idleSeconds), await idle.idleShare(idleSeconds)];
    const [memory, idleMemory] = [await measured.residentMegabytes(), await idle.residentMegabytes()];
    const figure = (id: string, unit: string, value: number, most: number) => ({
      id,
      value,
      unit,
      target: `<= ${most} ${unit}`,
      met: value <= most,
    });
    return [
      {
        ...figure('guest-agent-memory', 'MB', memory, 90),
        baseline: 'Node doing nothing in the guest',
        baselineValue: idleMemory,
        ratio: memory / idleMemory,
        samples: 1,
      },
      {
        ...figure('guest-agent-cpu', '% of an emulated core', 100 * share, 3),
        baseline: 'Node doing nothing in the guest',
        baselineValue: 100 * idleShare,
        // Node that does nothing may use nothing that can be measured.
        ratio: share / Math.max(idleShare, 0.01 / idleSeconds),
        samples: 1,
      },
      {
        ...figure('guest-boot-to-online', 's', median(online), 20),
        baseline: 'the same boots to a shell with network',
        baselineValue: median(shells),
        ratio: median(online) / median(shells),
        samples: boots,
      },
    ];
  } finally {
    await pi?.cutPower();
    await server.stop();
  }
}

async function edgesInGuest(): Promise<Measurement[]> {
  const pi = await bootPi();
  try {
    const program = await pi.start(programInGuest('edges'), { user: 'pi' });
    const rates: Record<EdgesOrder['by'], number[]> = { ioctl: [], plugin: [], blocks: [] };
    let answers = 0;
    for (let round = 0; round < edgeRounds; round += 1) {
      for (const by of ['ioctl', 'plugin', 'blocks'] as const) {
        pi.gpio.forget();
        program.send(JSON.stringify({ by, times: togglesPerRound } satisfies EdgesOrder));
        answers += 1;
        await program.waitForLines(answers, patienceMs);
        const { ms } = edgesAnswerSchema.parse(JSON.parse(program.lines()[answers - 1]!));
        const edges = (await pi.gpio.waitForEdges(led, 2 * togglesPerRound, patienceMs)).length;
        rates[by].push(edges / (ms / 1000));
      }
    }
    const baselineValue = median(rates.ioctl);
    return (['blocks', 'plugin', 'ioctl'] as const).map((by) => {
      const value = median(rates[by]);
      return {
        id: `guest-edges-${by}`,
        value,
        unit: 'edges/s',
        baseline: 'plain ioctl from Node in the guest',
        baselineValue,
        ratio: value / baselineValue,
        target: 'stated',
        met: true,
        samples: edgeRounds,
      };
    });
  } finally {
    await pi.cutPower();
  }
}

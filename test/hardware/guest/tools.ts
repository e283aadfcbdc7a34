import { ensure } from '../../../scripts/setup/debian.ts';

/** The emulator; installed from Debian where it is missing and we may. @returns its path. */
export function ensureEmulator(): string {
  return ensure({ commands: ['qemu-system-aarch64'], package: 'qemu-system-arm', variable: 'QEMU_PATH' });
}

/** What unpacks Debian's packages and modules; only a machine that builds the guest needs them. */
export function ensureBuildTools(): void {
  ensure({ commands: ['dpkg-deb'], package: 'dpkg' });
  ensure({ commands: ['xz'], package: 'xz-utils' });
}

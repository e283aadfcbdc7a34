import { createQrReader } from './qr-reader.ts';

/** Why there is no picture: plain HTTP by address gets no camera; nobody allowed it; there is none. */
export type CameraRefusal = 'insecure' | 'denied' | 'missing';

/** Between two looks at the picture, ms. */
const lookEvery = 120;

/** A torch is nothing that TypeScript's library knows. */
interface Torched {
  readonly torch?: boolean;
}

/** Whether this page may ask for the camera at all: browsers give it to https and to localhost only. */
export function cameraPossible(): boolean {
  return window.isSecureContext && Boolean(navigator.mediaDevices?.getUserMedia);
}

/** The camera at a phone's back, read for QR codes until it is stopped. */
export class Camera {
  readonly #stream: MediaStream;
  #stopped = false;

  private constructor(stream: MediaStream) {
    this.#stream = stream;
  }

  /** Opens it. Gives why not, where it can't. */
  static async open(): Promise<Camera | CameraRefusal> {
    if (!cameraPossible()) return 'insecure';
    try {
      return new Camera(
        await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
        }),
      );
    } catch (error) {
      return error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing';
    }
  }

  /** Shows what it sees, and tells each code that it reads. */
  async watch(video: HTMLVideoElement, found: (text: string) => void): Promise<void> {
    video.srcObject = this.#stream;
    await video.play().catch(() => undefined);
    const read = await createQrReader();
    while (!this.#stopped) {
      // A hidden page has no new pictures.
      if (!document.hidden && video.readyState >= video.HAVE_CURRENT_DATA) {
        const text = await read(video).catch(() => null);
        if (text && !this.#stopped) found(text);
      }
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }

  /** Whether it has a torch. */
  get torch(): boolean {
    const track = this.#stream.getVideoTracks()[0];
    const able = track?.getCapabilities?.() as Torched | undefined;
    return able?.torch ?? false;
  }

  async light(on: boolean): Promise<void> {
    const wanted = { advanced: [{ torch: on }] } as unknown as MediaTrackConstraints;
    await this.#stream.getVideoTracks()[0]?.applyConstraints(wanted);
  }

  stop(): void {
    this.#stopped = true;
    for (const track of this.#stream.getTracks()) track.stop();
  }
}

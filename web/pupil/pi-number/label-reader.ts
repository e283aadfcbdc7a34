import { readPiNumber } from './read-number.ts';

/** What reads QR codes in pictures, where the browser has it; TypeScript's own types don't know it. */
interface CodeDetector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type CodeDetectorMaker = new (options: { formats: readonly string[] }) => CodeDetector;

/** Pause between two looks, ms: often enough to feel at once, seldom enough for an old tablet. */
const lookEvery = 250;

function detectorMaker(): CodeDetectorMaker | undefined {
  return Reflect.get(globalThis, 'BarcodeDetector') as CodeDetectorMaker | undefined;
}

/** Whether this browser can read labels by its camera: most can't on a plain LAN address, which is no secure context. */
export function canReadLabels(): boolean {
  return isSecureContext && !!navigator.mediaDevices?.getUserMedia && detectorMaker() !== undefined;
}

/**
 * Shows the camera in a video and reads what it sees until it is a Pi's label. The pictures leave the browser's memory
 * for nowhere.
 *
 * @returns how to end it, which turns the camera off.
 * @throws what the browser says when it gives no camera.
 */
export async function readLabel(
  video: HTMLVideoElement,
  found: (number: number) => void,
): Promise<() => void> {
  const Detector = detectorMaker();
  if (!Detector) throw new Error('this browser reads no codes');
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const detector = new Detector({ formats: ['qr_code'] });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  const look = async () => {
    // A picture that can't be read is followed by a better one.
    const codes = await detector.detect(video).catch(() => []);
    if (ended) return;
    const number = codes.map(({ rawValue }) => readPiNumber(rawValue)).find((one) => one !== undefined);
    if (number === undefined) {
      timer = setTimeout(() => void look(), lookEvery);
      return;
    }
    end();
    found(number);
  };
  video.srcObject = stream;
  try {
    await video.play();
  } catch (error) {
    end();
    throw error;
  }
  void look();
  return end;
}

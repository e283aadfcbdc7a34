/** Finds a QR code in what a camera shows now; null: there is none. */
export type QrReader = (video: HTMLVideoElement) => Promise<string | null>;

/** What browsers that read codes by themselves offer; TypeScript's library does not know it yet. */
interface BarcodeDetector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface BarcodeDetectorClass {
  new (options: { formats: readonly string[] }): BarcodeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The longer side of the picture that is searched, px: enough for a label of 10 mm at arm's length, quick on old phones. */
const searchedSide = 800;

/** The browser's own reader where there is one, else ours, which is loaded then. */
export async function createQrReader(): Promise<QrReader> {
  return (await ownReader()) ?? decodingReader();
}

async function ownReader(): Promise<QrReader | null> {
  const { BarcodeDetector: Detector } = globalThis as { BarcodeDetector?: BarcodeDetectorClass };
  if (!Detector) return null;
  try {
    // Some browsers have the class and nothing behind it.
    if (!(await Detector.getSupportedFormats()).includes('qr_code')) return null;
    const detector = new Detector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  } catch {
    return null;
  }
}

async function decodingReader(): Promise<QrReader> {
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, searchedSide / Math.max(video.videoWidth, video.videoHeight, 1));
    const width = Math.floor(video.videoWidth * scale);
    const height = Math.floor(video.videoHeight * scale);
    if (!context || width < 40 || height < 40) return null;
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0, width, height);
    try {
      return decode(context.getImageData(0, 0, width, height));
    } catch {
      // That there is no code in the picture is told by a throw.
      return null;
    }
  };
}

/** A photo of which nothing is left but what is to be seen on it. */
export interface CleanPhoto {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly bytes: Buffer;
  /** px */
  readonly width: number;
  readonly height: number;
}

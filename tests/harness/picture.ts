/** Takes a picture of the whole desk, every window as it stands, through the app's own Electron. */
import type { RunningApp } from './app.ts';

export async function pictureOfScreen({ electron }: RunningApp): Promise<Buffer> {
  const base64 = await electron.evaluate(async ({ desktopCapturer, screen }) => {
    const [source] = await desktopCapturer.getSources({
      types: ['screen'],
      thumbnailSize: screen.getPrimaryDisplay().size,
    });
    return source?.thumbnail.toPNG().toString('base64') ?? '';
  });
  if (base64 === '') throw new Error('the screen gave no picture');
  return Buffer.from(base64, 'base64');
}

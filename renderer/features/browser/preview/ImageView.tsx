/**
 * A picture, decoded by this page, which is sandboxed, and only when its own header says that it is no larger than it
 * may be. SECURITY: its type is told by its first bytes, never by S3; the types are pictures that can run nothing.
 */
import { useEffect, useState } from 'react';
import { type ImageFormat, imageSize, imageTypes } from './image-size.ts';
import { MOST_BYTES, MOST_PIXELS } from './limits.ts';
import { PreviewSay } from './PreviewSay.tsx';
import { bytesWords, MOST_BYTES_WORDS, MOST_PIXELS_WORDS, pixelsWords } from './preview-words.ts';

interface ImageViewProps {
  bytes: Uint8Array<ArrayBuffer>;
  format: ImageFormat;
  totalBytes: number;
  name: string;
  /** Wants all bytes. */
  onWanted: () => void;
}

export function ImageView({ bytes, format, totalBytes, name, onWanted }: ImageViewProps) {
  const size = imageSize(bytes, format);
  const whole = bytes.length >= totalBytes;
  const tooMany = size !== null && size.width * size.height > MOST_PIXELS;
  const wanted = !whole && !tooMany && totalBytes <= MOST_BYTES;
  useEffect(() => {
    if (wanted) onWanted();
  }, [wanted, onWanted]);
  if (tooMany)
    return (
      <PreviewSay
        icon="image"
        title={`A ${format} of ${pixelsWords(size)}.`}
        body={`Download it to look at it: here, pictures of up to ${MOST_PIXELS_WORDS} are drawn.`}
      />
    );
  if (totalBytes > MOST_BYTES)
    return (
      <PreviewSay
        icon="image"
        title={`A ${format} of ${bytesWords(totalBytes)}${size ? `, ${pixelsWords(size)}` : ''}.`}
        body={`Download it to look at it: here, pictures of up to ${MOST_BYTES_WORDS} are drawn.`}
      />
    );
  if (!whole) return <p className="pv-note">Reading all {bytesWords(totalBytes)} of the picture</p>;
  if (size === null)
    return (
      <PreviewSay
        icon="image"
        title={`A ${format} that does not say its size.`}
        body="Download it to look at it: here, no picture is drawn before its size is known."
      />
    );
  return <Drawn bytes={bytes} format={format} name={name} />;
}

function Drawn({ bytes, format, name }: Pick<ImageViewProps, 'bytes' | 'format' | 'name'>) {
  const [url, setUrl] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: imageTypes[format] }));
    setUrl(made);
    setBroken(false);
    return () => URL.revokeObjectURL(made);
  }, [bytes, format]);
  if (broken)
    return (
      <PreviewSay
        icon="image"
        title={`The ${format} can’t be drawn.`}
        body="It begins like one, and something in it is broken."
      />
    );
  if (url === null) return null;
  return (
    <div className="pv-picture">
      <img src={url} alt={name} draggable={false} onError={() => setBroken(true)} />
    </div>
  );
}

// DeleteObjects: up to 1,000 keys, each with its own success or error (Amazon S3 API reference).

import { element } from '../../xml.ts';
import { document } from '../answers.ts';
import { invalidRequest, malformedXml, S3Error } from '../errors.ts';
import { headerValue } from '../sigv4.ts';
import { type Asked, answerXml, checkVersionId } from './asked.ts';
import { checkBody } from './checksums.ts';
import { deleteKey } from './delete-object.ts';
import { childNamed, childrenNamed, readXmlBody } from './read-xml.ts';

const MOST_KEYS = 1000;

interface Wanted {
  key: string;
  id: string | undefined;
}

export function deleteObjects(asked: Asked): void {
  const { request, body, response } = asked;
  const checksum = checkBody(request, body);
  if (!checksum && headerValue(request, 'content-md5') === undefined)
    throw invalidRequest('Missing required header for this request: Content-MD5 OR x-amz-checksum-*');
  const root = readXmlBody(body, 'Delete');
  const wanted = childrenNamed(root, 'Object').map((object): Wanted => {
    const key = childNamed(object, 'Key')?.text;
    if (!key) throw malformedXml();
    return { key, id: childNamed(object, 'VersionId')?.text || undefined };
  });
  if (wanted.length === 0 || wanted.length > MOST_KEYS) throw malformedXml();
  const quiet = childNamed(root, 'Quiet')?.text.trim() === 'true';
  const said = wanted.map((one) => deleteOne(asked, one, quiet));
  answerXml(response, document('DeleteResult', said.join('')));
}

function deleteOne(asked: Asked, { key, id }: Wanted, quiet: boolean): string {
  const told = id === undefined ? '' : element('VersionId', id);
  try {
    if (id !== undefined) checkVersionId(id);
    const gone = deleteKey(asked, key, id);
    if (quiet) return '';
    const marker =
      gone && !gone.object && asked.bucket.isVersioned
        ? `${element('DeleteMarker', 'true')}${element('DeleteMarkerVersionId', gone.id)}`
        : '';
    return `<Deleted>${element('Key', key)}${told}${marker}</Deleted>`;
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return `<Error>${element('Key', key)}${told}${element('Code', error.code)}${element('Message', error.message)}</Error>`;
  }
}

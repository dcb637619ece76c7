// GetObjectTagging, PutObjectTagging, DeleteObjectTagging, of one version or the present one.

import { methodNotAllowed, notImplemented } from '../errors.ts';
import { type Asked, answerXml, askedVersion } from './asked.ts';
import { checkBody } from './checksums.ts';
import { findVersion, versionHeader } from './find-version.ts';
import { taggingXml, tagsFromXml } from './tags.ts';

const VERBS: Record<string, string> = { GET: 'Get', PUT: 'Put', DELETE: 'Delete' };

export function objectTagging(asked: Asked): void {
  const { request, body, bucket, key, rights, response } = asked;
  const verb = VERBS[request.method];
  if (!verb) throw methodNotAllowed();
  const id = askedVersion(request);
  rights.demand(`s3:${verb}Object${id === undefined ? '' : 'Version'}Tagging`, bucket, key);
  const version = findVersion({ bucket, key, id, rights });
  for (const [name, value] of Object.entries(versionHeader(bucket, version))) response.setHeader(name, value);
  if (verb === 'Get') {
    answerXml(response, taggingXml(version.object.tags ?? []));
    return;
  }
  if (verb === 'Put') checkBody(request, body);
  const tags = verb === 'Put' ? tagsFromXml(body) : [];
  if (!bucket.change(key, version.id, { object: { ...version.object, tags } })) throw notImplemented();
  response.writeHead(verb === 'Put' ? 200 : 204).end();
}

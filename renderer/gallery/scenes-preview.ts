/** Scenes of what is in an object, one of each kind. */
import { calm } from './people.ts';
import type { PreviewName } from './preview-shelf.ts';
import type { Scene } from './scene.ts';

const of = (objectPreview: PreviewName, more: Partial<Scene> = {}): Scene => ({
  snapshot: calm,
  objectPreview,
  ...more,
});
const press = (words: string) => ({ press: `[data-way="${words}"]` });

export const previewScenes = {
  'preview-text': of('text'),
  'preview-table': of('table'),
  'preview-json': of('json'),
  'preview-json-broken': of('json-broken'),
  'preview-svg': of('svg'),
  'preview-svg-text': of('svg', { acts: [press('text')] }),
  'preview-html-text': of('html', { acts: [press('text')] }),
  'preview-image': of('image'),
  'preview-too-large': of('too-large'),
  'preview-hex': of('hex'),
  'preview-packed': of('packed'),
  'preview-closed': of('closed'),
  'preview-archived': of('archived'),
  'preview-refused': of('refused'),
  'preview-offline': of('offline'),
  'preview-loading': of('loading'),
  'preview-ended': of('ended'),
  'preview-empty': of('empty'),
} as const satisfies Record<string, Scene>;

/** Whatever stands in AWS's config file: profiles that are put, changed and removed leave the very bytes. */
import fc, { type IProperty } from 'fast-check';
import { bringInLine } from '../../electron/aws-config/bring-in-line.ts';
import { configBytes, profile, TAG, withServices } from '../../electron/aws-config/profiles.test-parts.ts';

const states = [
  [profile('reports')],
  [profile('b'), ...withServices('reports')],
  [profile('reports', undefined, 'us-east-1'), profile('b')],
  [profile('c', 'pass-b')],
];

export function awsConfigProperty(): IProperty<unknown> {
  const orders = fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 4 });
  return fc.property(configBytes, orders, (before, wanted) => {
    let bytes = before;
    for (const each of wanted) bytes = bringInLine(bytes, { wanted: each, tag: TAG }).bytes;
    if (!bytes.startsWith(before)) throw new Error('something was changed that is not ours');
    if (bringInLine(bytes, { wanted: [], tag: TAG }).bytes !== before)
      throw new Error('removal did not leave the very bytes');
  }) as IProperty<unknown>;
}

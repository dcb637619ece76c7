/** Responses built from nothing: any elements of SAML in any place, deep and wide, in right and wrong namespaces. */
import fc, { type IProperty } from 'fast-check';
import { PAIR, PROTOCOL, PROVIDER, ROLE, SAML } from './corpus/write-response.ts';
import { check } from './property-response.ts';

const EVIL = 'arn:aws:iam::999900001111:role/Evil,arn:aws:iam::999900001111:saml-provider/Evil';
const names = [
  'p:Response',
  'p:Extensions',
  'p:Status',
  'a:Assertion',
  'a:Advice',
  'a:AttributeStatement',
  'a:Attribute',
  'a:AttributeValue',
  'a:Conditions',
  'a:EncryptedAssertion',
  'p:Assertion',
  'Assertion',
];
const attribute = fc.constantFrom(
  '',
  ' ID="_1"',
  ' ID="_2"',
  ' Name="https://aws.amazon.com/SAML/Attributes/Role"',
  ' Name="https://www.amazonaws.cn/SAML/Attributes/Role"',
  ` xmlns:a="${PROTOCOL}"`,
  ` xmlns="${SAML}"`,
  ' NotOnOrAfter="2026-03-04T10:05:00Z"',
);
const text = fc.constantFrom(PAIR, EVIL, ROLE, PROVIDER, ',', ' ', '<!-- -->', '<![CDATA[,]]>', '&#44;', 'x');
const repeats = fc.oneof(
  { weight: 20, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.constantFrom(70, 5000, 30_000) },
);

const { tree } = fc.letrec<{ tree: string; children: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    text,
    fc
      .tuple(fc.constantFrom(...names), attribute, tie('children'), repeats, fc.boolean())
      .map(([name, own, inside, count, deep]) => written(name, own, inside, count, deep)),
  ),
  children: fc.array(tie('tree'), { maxLength: 4 }).map((all) => all.join('')),
}));

function written(name: string, own: string, inside: string, count: number, deep: boolean): string {
  const open = `<${name}${own}>`;
  const close = `</${name}>`;
  const times = Math.min(count, Math.ceil(200_000 / (open.length + close.length + inside.length)));
  return deep ? open.repeat(times) + inside + close.repeat(times) : (open + inside + close).repeat(times);
}

/** Half of them around a sound assertion, so that many are taken. */
const response = fc.tuple(fc.array(tree, { maxLength: 5 }), fc.boolean()).map(([parts, sound]) => {
  const [first = '', second = '', ...rest] = parts;
  const attributes = `<a:AttributeStatement><a:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><a:AttributeValue>${PAIR}</a:AttributeValue>${second}</a:Attribute></a:AttributeStatement>`;
  const middle = sound ? `<a:Assertion ID="_a">${first}${attributes}</a:Assertion>` : first + second;
  return `<p:Response xmlns:p="${PROTOCOL}" xmlns:a="${SAML}">${middle}${rest.join('')}</p:Response>`;
});

export function treeProperty(): IProperty<unknown> {
  return fc.property(response, (xml) => check(Buffer.from(xml))) as IProperty<unknown>;
}

/** How wide a text is in a font, by a canvas that is never shown. Each text is measured once a font. */

const canvas = document.createElement('canvas').getContext('2d');
let measured = new Map<string, number>();
let font = '';
/** Enough for several screens of names. */
const most = 5000;

/** px; `of` is the font as a style sheet writes it, `400 13px sans-serif`. */
export function textWidth(text: string, of: string): number {
  if (!canvas) return 0;
  if (font !== of || measured.size > most) {
    measured = new Map();
    font = of;
    canvas.font = of;
  }
  const known = measured.get(text);
  if (known !== undefined) return known;
  const { width } = canvas.measureText(text);
  measured.set(text, width);
  return width;
}

/** The font an element's text is set in. */
export function fontOf(element: Element): string {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  return `${fontWeight} ${fontSize} ${fontFamily}`;
}

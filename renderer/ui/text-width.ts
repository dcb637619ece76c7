/** How wide a text is in an element's font, by a canvas that is never shown. Each text is measured once a font. */

const canvas = document.createElement('canvas').getContext('2d');
/** Enough for several screens of names. */
const most = 5000;

/** Answers px. A canvas knows no tabular figures, so a figure's width is taken from the element itself. */
export function measureIn(element: Element): (text: string) => number {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const figure = figureWidth(element);
  const measured = new Map<string, number>();
  return (text) => {
    const known = measured.get(text);
    if (known !== undefined) return known;
    if (measured.size > most) measured.clear();
    const width = canvasWidth(text.replace(/[0-9]/g, ''), font) + figure * text.replace(/[^0-9]/g, '').length;
    measured.set(text, width);
    return width;
  };
}

function canvasWidth(text: string, font: string): number {
  if (!canvas) return 0;
  if (canvas.font !== font) canvas.font = font;
  return canvas.measureText(text).width;
}

function figureWidth(element: Element): number {
  const probe = document.createElement('span');
  probe.textContent = '0000000000';
  probe.className = 'unseen-probe';
  element.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width / 10;
}
